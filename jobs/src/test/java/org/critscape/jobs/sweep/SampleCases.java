package org.critscape.jobs.sweep;

import java.util.List;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.SampledMap;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolution;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.FailureCode;
import org.critscape.solver.cell.SolveEffort;
import org.critscape.solver.topography.HeightSamples;

/** A design space of 24 cases and a stand-in for the solver that meets every outcome, both without physics. */
public final class SampleCases {
    private SampleCases() {}

    /** Egg-boxes and flat interfaces of six heights and two separations. */
    public static DesignSpace space() {
        return new DesignSpace(List.of(new Block(List.of(
                Axis.words(Parameter.SHAPE, List.of("egg-box", "flat")),
                Axis.list(Parameter.PEAK_HEIGHT, 5e-6, 10e-6, 15e-6, 20e-6, 25e-6, 30e-6),
                Axis.list(Parameter.PEAK_SEPARATION, 150e-6, 300e-6)))));
    }

    /** A height map of one peak. */
    public static SampledMap map(String name, double height) {
        double[][] heights = new double[6][6];
        heights[2][3] = height;
        return new SampledMap(name, new HeightSamples(heights));
    }

    /** Solves by a formula; every height of its own has an outcome of its own. */
    public static CaseOutcome solve(DesignCase designCase) {
        double height = designCase.topography().peakHeight();
        SolveEffort effort = new SolveEffort(637, 4321, 17, 2, 1e-13, 2e-9);
        if (height == 10e-6) {
            return new CaseOutcome.Unconverged(FailureCode.CREEP_NEWTON, "Newton stalled. Maybe be patient.", effort);
        } else if (height == 15e-6) {
            return new CaseOutcome.Rejected(FailureCode.INPUT_OUT_OF_RANGE, "Too common. Maybe choose another.");
        } else if (height == 20e-6) {
            return new CaseOutcome.Crashed(FailureCode.OUT_OF_MEMORY, "Too large. Maybe be modest.");
        }
        double ratio = designCase.topography().heightToSeparation();
        if (height == 5e-6) {
            return new CaseOutcome.Inaccurate(
                    FailureCode.CREEP_RESOLUTION,
                    "Too coarse. Maybe pay more.",
                    solution(height, ratio, 1 + StrictMath.sin(ratio), effort));
        }
        return solved(height, ratio, 1 + StrictMath.sin(ratio), effort);
    }

    /** A case that is solved with this gain. */
    public static CaseOutcome solved(DesignCase designCase, double enhancement) {
        return solved(
                designCase.topography().peakHeight(),
                designCase.topography().heightToSeparation(),
                enhancement,
                new SolveEffort(637, 4321, 17, 2, 1e-13, 2e-9));
    }

    /** An outcome that no table holds. */
    static CaseOutcome solveToNaN(DesignCase designCase) {
        return solved(1e-6, 0.1, Double.NaN, new SolveEffort(1, 1, 1, 0, 0, 0));
    }

    private static CaseOutcome solved(double height, double ratio, double enhancement, SolveEffort effort) {
        return new CaseOutcome.Solved(solution(height, ratio, enhancement, effort));
    }

    private static CellSolution solution(double height, double ratio, double enhancement, SolveEffort effort) {
        return new CellSolution(
                2,
                1 + ratio,
                height,
                1 + ratio / 3,
                1 - ratio / 7,
                2 * ratio,
                2 * ratio,
                1e6 * ratio,
                10 * enhancement,
                10,
                enhancement,
                height / 3,
                height / 7,
                1e-5,
                0.02,
                0.003,
                Double.NaN,
                ratio,
                ratio / 2,
                1e-8,
                2e-8,
                height == 30e-6 ? "Steep." : "",
                effort);
    }
}
