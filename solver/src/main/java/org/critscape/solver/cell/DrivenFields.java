package org.critscape.solver.cell;

import static org.critscape.solver.quantity.PhysicalConstants.FARADAY;
import static org.critscape.solver.quantity.PhysicalConstants.GAS_CONSTANT;

import java.util.Arrays;
import java.util.Objects;
import org.critscape.solver.algebra.AndersonMixing;
import org.critscape.solver.algebra.NotConvergedException;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.InterfaceLaw;
import org.critscape.solver.current.KineticCurrentSolver;
import org.critscape.solver.current.PressureEffect;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.mesh.InterfaceField;
import org.jspecify.annotations.Nullable;

/**
 * Current distribution and creep flow of one contoured interface at one geometrical current density after another, for
 * kinetics or creep under which they depend on it.
 *
 * <p>With pressure coupling, current and flow are solved in turns until the current ratio stands still. Plain turns
 * diverge where the interface resists little, since short waves of the pressure then move much current: they are
 * accelerated by {@link AndersonMixing}. Flows start from the one before.
 */
final class DrivenFields {
    /** Relative change of the current ratio in one turn, by the largest, at which current and pressure agree. */
    static final double COUPLING_TOLERANCE = 1e-6;

    private static final int MOST_TURNS = 60;
    private static final int MEMORY = 20;

    private final CellSolver.Accepted accepted;
    private final ContourFields resolved;
    private final Kinetics kinetics;
    private final double temperature;
    private final @Nullable KineticCurrentSolver currentSolver;
    private CurrentDistribution current;
    private CreepFlow flow;
    private int currentDensities;
    private int currentIterations;
    private int creepIterations;
    private int turns;
    private double inflow = 1;

    /**
     * The fields at one current density.
     *
     * @param turns largest current ratio without pressure, then after each turn; empty without coupling [1]
     */
    record Solved(CurrentDistribution current, CreepFlow flow, double[] turns) {
        /** Relative change of the largest current ratio that pressure makes; NaN without coupling [1]. */
        double couplingChange() {
            return turns.length == 0 ? Double.NaN : turns[turns.length - 1] / turns[0] - 1;
        }
    }

    /**
     * @param resolved the fields at {@link CellSolver#REPORTED_CURRENT_DENSITY} without pressure coupling, whose meshes
     *     serve all current densities
     */
    DrivenFields(CellSolver.Accepted accepted, ContourFields resolved) {
        DesignCase input = accepted.input();
        this.accepted = accepted;
        this.resolved = resolved;
        this.kinetics = input.kinetics();
        this.temperature = input.operation().temperature();
        this.current = resolved.current();
        this.flow = resolved.flow();
        this.currentIterations = current.newtonIterations();
        this.creepIterations = resolved.effort().newtonIterations();
        this.currentSolver = kinetics.dependsOnCurrent()
                ? new KineticCurrentSolver(
                        current.ratio().grid().mesh(), input.settings().currentOrder())
                : null;
    }

    /** Solves for the fields at a geometrical current density [A/m²]. */
    Solved at(double currentDensity) throws ContourFields.Stopped {
        currentDensities++;
        boolean isResolved = currentDensity == CellSolver.REPORTED_CURRENT_DENSITY;
        boolean isKnown = isResolved || !kinetics.dependsOnCurrent();
        CurrentDistribution uncoupled = isKnown ? resolved.current() : current(currentDensity, null);
        if (!(kinetics instanceof Kinetics.PressureCoupled coupled)) {
            return checked(uncoupled, isResolved ? resolved.flow() : flow(currentDensity, uncoupled), new double[0]);
        }
        InterfaceField pressure = flow.pressure();
        AndersonMixing mixing = new AndersonMixing(MEMORY);
        double[] largest = new double[MOST_TURNS + 1];
        largest[0] = uncoupled.largestRatio();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            turns++;
            CurrentDistribution driving = current(currentDensity, effect(coupled, currentDensity, pressure));
            CreepFlow driven = flow(currentDensity, driving);
            CurrentDistribution next = current(currentDensity, effect(coupled, currentDensity, driven.pressure()));
            largest[turn + 1] = next.largestRatio();
            if (largestDifference(next, driving) < COUPLING_TOLERANCE * next.largestRatio()) {
                return checked(next, driven, Arrays.copyOf(largest, turn + 2));
            }
            double[] mixed = mixing.next(pressure.nodal(), driven.pressure().nodal());
            pressure = new InterfaceField(driven.pressure().grid(), mixed);
        }
        throw new ContourFields.Stopped(
                FailureCode.PRESSURE_COUPLING,
                "Current and pressure still change each other after " + MOST_TURNS + " turns at " + currentDensity
                        + " A/m². Maybe set interface.pressure-coupling = none.",
                effort());
    }

    /** Notes how much plated lithium the flow takes up, which another current density may resolve less well. */
    private Solved checked(CurrentDistribution solved, CreepFlow driven, double[] largestRatios) {
        inflow = Math.abs(driven.inflow() - 1) > Math.abs(inflow - 1) ? driven.inflow() : inflow;
        return new Solved(solved, driven, largestRatios);
    }

    /** Why the errors are larger than asked for; null where they are not. */
    @Nullable
    Shortfall shortfall() {
        DesignCase input = accepted.input();
        int level = resolved.effort().refinements();
        return resolved.shortfall() != null
                ? resolved.shortfall()
                : Shortfall.of(
                        FailureCode.CREEP_RESOLUTION,
                        "critical current",
                        resolved.errors().criticalCurrent(),
                        inflow,
                        input.settings(),
                        input.topography().fundamentalCell(),
                        more -> ContourSolver.creepUnknowns(
                                input.topography().fundamentalCell(),
                                input.settings(),
                                accepted.groups(),
                                level + more));
    }

    ContourFields.Errors errors() {
        return resolved.errors();
    }

    SolveEffort effort() {
        return new SolveEffort(
                current.unknowns(),
                flow.unknowns(),
                creepIterations,
                resolved.effort().refinements(),
                current.residual(),
                flow.error(),
                currentDensities,
                currentIterations,
                turns);
    }

    private CurrentDistribution current(double currentDensity, @Nullable PressureEffect effect)
            throws ContourFields.Stopped {
        try {
            current = Objects.requireNonNull(currentSolver).solve(law(accepted, currentDensity), effect);
            currentIterations += current.newtonIterations();
            return current;
        } catch (NotConvergedException stopped) {
            currentIterations += stopped.iterations();
            throw new ContourFields.Stopped(
                    FailureCode.CURRENT_RESIDUAL, String.valueOf(stopped.getMessage()), effort());
        }
    }

    private CreepFlow flow(double currentDensity, CurrentDistribution driving) throws ContourFields.Stopped {
        try {
            flow = creepSolver(currentDensity).solve(driving.ratio(), flow.field());
            creepIterations += flow.newtonIterations();
            return flow;
        } catch (NotConvergedException stopped) {
            creepIterations += stopped.iterations();
            throw new ContourFields.Stopped(FailureCode.CREEP_NEWTON, String.valueOf(stopped.getMessage()), effort());
        }
    }

    private CreepSolver creepSolver(double currentDensity) {
        SolverSettings settings = accepted.input().settings();
        return new CreepSolver(
                flow.field().velocityGrid().mesh(),
                accepted.groups().wall(),
                settings.creepOrder(),
                accepted.groups().creepExponent(),
                accepted.transitionRate(currentDensity),
                settings.regularisation(),
                settings.newtonTolerance(),
                settings.newtonIterations());
    }

    /** The law of the interface at a geometrical current density [A/m²], without pressure. */
    static InterfaceLaw law(CellSolver.Accepted accepted, double currentDensity) {
        Kinetics kinetics = accepted.input().kinetics();
        double temperature = accepted.input().operation().temperature();
        double wagnerNumber = accepted.groups().wagnerNumber();
        Kinetics plain = kinetics instanceof Kinetics.PressureCoupled coupled ? coupled.withoutPressure() : kinetics;
        if (plain instanceof Kinetics.ButlerVolmer general) {
            return InterfaceLaw.ButlerVolmer.of(
                    wagnerNumber,
                    general.resistanceAt(temperature),
                    temperature,
                    currentDensity,
                    general.transferCoefficient());
        } else if (plain instanceof Kinetics.Linear) {
            return new InterfaceLaw.Linear(wagnerNumber);
        }
        throw new IllegalStateException("no law of the interface for " + kinetics);
    }

    /** Δp = σ0 Π: Ω Δp/F by i_geo S/κ, and β Ω Δp/(R T). */
    private PressureEffect effect(Kinetics.PressureCoupled coupled, double currentDensity, InterfaceField pressure) {
        DesignCase input = accepted.input();
        double work = input.lithium().molarVolume() * accepted.criterion().excessPressure(1, currentDensity);
        double ohmicDrop = currentDensity
                * input.topography().peakSeparation()
                / input.electrolyte().conductivityAt(temperature);
        return new PressureEffect(
                pressure, work / FARADAY / ohmicDrop, coupled.activationVolume() * work / (GAS_CONSTANT * temperature));
    }

    private static double largestDifference(CurrentDistribution a, CurrentDistribution b) {
        double largest = 0;
        for (int i = 0; i < a.ratio().nodal().length; i++) {
            largest =
                    Math.max(largest, Math.abs(a.ratio().nodal()[i] - b.ratio().nodal()[i]));
        }
        return largest;
    }
}
