package org.critscape.solver.cell;

import org.critscape.solver.creep.FlowField;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a solved case are evaluated from.
 *
 * @param accepted the case
 * @param current the current distribution at the reported current density
 * @param flow the creep flow there; null where no lithium is solved
 * @param reported both at points of the interface
 * @param critical the same points with the fields at the critical current, which are similar ones or others
 * @param result the critical current; null where no lithium is solved
 * @param couplingTurns see {@link CaseFields}
 */
record SolvedContour(
        CellSolver.Accepted accepted,
        CurrentDistribution current,
        @Nullable FlowField flow,
        InterfaceSamples reported,
        InterfaceSamples critical,
        @Nullable CriticalCurrent result,
        double[] couplingTurns) {}
