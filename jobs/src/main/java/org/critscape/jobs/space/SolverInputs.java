package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Domain.whole;
import static org.critscape.jobs.space.Standard.chosen;

import org.critscape.solver.cell.SolverSettings;

/** The inputs of the solver: orders, tolerances and limits; {@link Parameter} puts them in order. */
final class SolverInputs {
    static final Input CURRENT_ORDER = new Input(
            "solver.current-order",
            whole(2, 12),
            "Polynomial order of the potential.",
            chosen(SolverSettings.DEFAULT.currentOrder(), "Verified against the reference currents."));

    static final Input CREEP_ORDER = new Input(
            "solver.creep-order",
            whole(2, 8),
            "Polynomial order of the lithium's velocity; its pressure has one less.",
            chosen(SolverSettings.DEFAULT.creepOrder(), "Verified against the reference pressures."));

    static final Input REGULARISATION = new Input(
            "solver.regularisation",
            amount(Dimension.NUMBER, 1e-4, 0.1),
            "Strain rates are smoothed below this multiple of plating velocity by peak separation.",
            chosen(SolverSettings.DEFAULT.regularisation(), "That of the reference pressures."));

    static final Input NEWTON_TOLERANCE = new Input(
            "solver.newton-tolerance",
            amount(Dimension.NUMBER, 1e-10, 1e-4),
            "Estimated relative error of the lithium's velocity at which Newton's method stops.",
            chosen(SolverSettings.DEFAULT.newtonTolerance(), "Far below the error of the mesh."));

    static final Input NEWTON_ITERATIONS = new Input(
            "solver.newton-iterations",
            whole(5, 1000),
            "Most Newton steps of the creep flow on one mesh; a case that needs more is reported as unconverged.",
            chosen(SolverSettings.DEFAULT.newtonIterations(), "Several times what usual cases need."));

    static final Input TOLERANCE = new Input(
            "solver.tolerance",
            amount(Dimension.NUMBER, 1e-4, 0.5),
            "Meshes are refined until the estimated relative error of the critical current is below this; a case that"
                    + " does not get there is inaccurate: it has its numbers but is not solved. With lithium.model = none the same of the largest current ratio.",
            chosen(SolverSettings.DEFAULT.tolerance(), "Far below what the assumed inputs leave open."));

    static final Input PRESSURE_TOLERANCE = new Input(
            "solver.pressure-tolerance",
            amount(Dimension.NUMBER, 1e-3, 1),
            "The same for the pressure function; a case that does not get there carries a warning.",
            chosen(SolverSettings.DEFAULT.pressureTolerance(), "The critical current depends on it weakly."));

    static final Input LARGEST_UNKNOWNS = new Input(
            "solver.largest-unknowns",
            whole(1000, 1_000_000),
            "Most unknowns of a mesh. Time grows with their square: 5,000 take about half a second and 15 MB, 20,000 ten seconds and 110 MB, 80,000 three minutes and 800 MB. Where the pressure alone asks for a finer mesh, and over height maps and rough surfaces, at most 34,000, or a third of this setting where that is more.",
            chosen(
                    SolverSettings.DEFAULT.largestUnknowns(),
                    "Sharp edges of the paper's surfaces are resolved with that; most cases take a tenth."));

    private SolverInputs() {}
}
