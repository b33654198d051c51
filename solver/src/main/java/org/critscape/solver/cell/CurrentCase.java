package org.critscape.solver.cell;

import java.util.function.Consumer;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.current.KineticCurrentSolver;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Topography;
import org.jspecify.annotations.Nullable;

/**
 * A case of which the current distribution alone is solved; the tolerance is then one of the largest current ratio, of
 * which the meshes take the same share as where lithium is solved.
 */
final class CurrentCase {
    private static final double NONE = Double.NaN;

    private CurrentCase() {}

    static CaseOutcome solve(CellSolver.Accepted accepted, Consumer<SolvedContour> fields, SolvedLevels solved)
            throws ContourFields.Stopped {
        DesignCase input = accepted.input();
        if (input.topography() instanceof Flat) {
            InterfaceSamples plane = InterfaceSamples.planeOfCurrent();
            fields.accept(PlaneFields.of(accepted, plane, null));
            return outcome(accepted, plane, 1, 0, SolveEffort.NONE, null);
        }
        CurrentLevels levels = new CurrentLevels(
                input,
                distribution(accepted),
                input.kinetics().dependsOnCurrent() ? new SolvedLevels.Levels() : solved.of(accepted));
        CurrentLevels.Resolved resolved = levels.solve();
        CurrentDistribution current = resolved.finest();
        InterfaceSamples samples = InterfaceSamples.ofCurrent(current.ratio());
        fields.accept(new SolvedContour(accepted, current, null, samples, samples, null, new double[0]));
        Shortfall shortfall = Shortfall.of(
                FailureCode.CURRENT_RESOLUTION,
                "largest current ratio",
                resolved.error(),
                1,
                input.settings(),
                input.topography().fundamentalCell(),
                more -> levels.unknowns(resolved.level() + more));
        SolveEffort effort = new SolveEffort(
                current.unknowns(), 0, 0, 0, current.residual(), NONE, 1, current.newtonIterations(), 0);
        return outcome(accepted, samples, current.areaRatio(), resolved.error(), effort, shortfall);
    }

    /** At the reported current density, where it matters. */
    private static CurrentLevels.Current distribution(CellSolver.Accepted accepted) {
        return accepted.input().kinetics().dependsOnCurrent()
                ? (mesh, order) -> new KineticCurrentSolver(mesh, order)
                        .solve(DrivenFields.law(accepted, CellSolver.REPORTED_CURRENT_DENSITY), null)
                : (mesh, order) ->
                        new CurrentSolver(mesh, order, accepted.groups().wagnerNumber()).solve();
    }

    private static CaseOutcome outcome(
            CellSolver.Accepted accepted,
            InterfaceSamples samples,
            double areaRatio,
            double error,
            SolveEffort effort,
            @Nullable Shortfall shortfall) {
        Topography topography = accepted.input().topography();
        ContourFields.Errors errors = new ContourFields.Errors(error, NONE, NONE);
        CellSolution solution = new CellSolution(
                accepted.groups().wagnerNumber(),
                areaRatio,
                topography.fundamentalCell().filteredHeight() * topography.peakSeparation(),
                samples.largestRatio(),
                samples.smallestRatio(),
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                error,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                NONE,
                CaseWarnings.text(accepted.input(), null, errors),
                effort);
        return CellSolver.outcome(solution, shortfall);
    }
}
