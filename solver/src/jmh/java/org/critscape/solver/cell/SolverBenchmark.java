package org.critscape.solver.cell;

import java.util.concurrent.TimeUnit;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One solve from nothing, mesh and symbolic analysis included, on one core: product egg-box, λ = 2.
 *
 * <p>Run with {@code mvn -q -pl solver -Pbenchmark test-compile exec:exec -Djmh.arguments="SolverBenchmark -f 1 -wi 5 -i
 * 10"}.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // the set-up method fills the fields
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SolverBenchmark {
    private static final double WAGNER_NUMBER = 2;

    /** H/S. */
    @Param({"0.16666666666666666", "0.5"})
    public double heightToSeparation;

    /** n. */
    @Param({"1", "6.6"})
    public double creepExponent;

    private FundamentalCell cell;
    private CurrentDistribution distribution;

    /** Solves the current that the creep benchmark is driven by. */
    @Setup
    public void prepare() throws NotConvergedException {
        cell = new EggBox(EggBox.Form.PRODUCT, heightToSeparation, 1, Polarity.LITHIUM).fundamentalCell();
        distribution = current();
    }

    /** The current distribution; does not depend on n. */
    @Benchmark
    public CurrentDistribution current() throws NotConvergedException {
        return new CurrentSolver(MeshPlan.potential().above(cell), SolverSettings.DEFAULT.currentOrder(), WAGNER_NUMBER)
                .solve();
    }

    /** The creep flow, from rest. */
    @Benchmark
    public CreepFlow creep() throws NotConvergedException {
        SolverSettings settings = SolverSettings.DEFAULT;
        return new CreepSolver(
                        MeshPlan.creep(cell).refined(1).below(cell),
                        settings.creepOrder(),
                        creepExponent,
                        settings.regularisation(),
                        settings.newtonTolerance(),
                        settings.newtonIterations())
                .solve(distribution.ratio());
    }
}
