package org.critscape.solver.cell;

import java.util.function.Consumer;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.current.KineticCurrentSolver;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.similarity.GroupSolution;

/**
 * A contoured interface whose fields depend on the current density. They are reported at {@link
 * CellSolver#REPORTED_CURRENT_DENSITY}; the critical current is a root, see {@link CriticalCurrentSearch}.
 *
 * <p>Meshes and estimated errors are those that the fields at the reported current need without pressure coupling.
 */
final class DrivenCase {
    private DrivenCase() {}

    static CaseOutcome solve(CellSolver.Accepted accepted, Consumer<SolvedContour> fields)
            throws ContourFields.Stopped {
        double reportedAt = CellSolver.REPORTED_CURRENT_DENSITY;
        DrivenFields driven = new DrivenFields(accepted, resolved(accepted));
        DrivenFields.Solved reported = driven.at(reportedAt);
        InterfaceSamples samples = samples(reported);
        InterfaceSamples[] latest = {samples};
        CriticalCurrent critical;
        try {
            critical = CriticalCurrentSearch.find(reportedAt, current -> {
                latest[0] = current == reportedAt ? samples : samples(driven.at(current));
                return accepted.growth().at(latest[0]);
            });
        } catch (NotConvergedException stopped) {
            throw new ContourFields.Stopped(
                    FailureCode.CRITICAL_CURRENT, String.valueOf(stopped.getMessage()), driven.effort());
        }
        fields.accept(new SolvedContour(
                accepted, reported.current(), reported.flow().field(), samples, latest[0], critical, reported.turns()));
        GroupSolution group = accepted.group(samples, reported.current().areaRatio());
        return CellSolver.solved(
                accepted,
                accepted.input().topography().fundamentalCell(),
                group,
                Onset.at(latest[0], critical),
                driven.errors(),
                reported.couplingChange(),
                driven.effort(),
                driven.shortfall());
    }

    /** The fields at the reported current, without pressure coupling, on meshes that resolve them. */
    static ContourFields resolved(CellSolver.Accepted accepted) throws ContourFields.Stopped {
        double reportedAt = CellSolver.REPORTED_CURRENT_DENSITY;
        if (accepted.input().kinetics() instanceof Kinetics.Primary) {
            return new ContourSolver(accepted, new SolvedLevels.Levels()).solve();
        }
        return new ContourSolver(
                        accepted,
                        (mesh, order) -> new KineticCurrentSolver(mesh, order)
                                .solve(DrivenFields.law(accepted, reportedAt), null),
                        new SolvedLevels.Levels())
                .solve();
    }

    private static InterfaceSamples samples(DrivenFields.Solved solved) {
        return InterfaceSamples.of(solved.current().ratio(), solved.flow());
    }
}
