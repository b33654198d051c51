package org.critscape.jobs.space;

import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.Operation;
import org.critscape.solver.cell.SolverSettings;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.dendrite.Slot;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.material.Wall;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;

/** Builds the solver's records from a flat point; the records check their combinations. */
final class PointToCase {
    private PointToCase() {}

    static DesignCase convert(DesignPoint point) {
        return new DesignCase(
                topography(point),
                electrolyte(point),
                kinetics(point),
                new Lithium(
                        point.number(Parameter.MOLAR_VOLUME),
                        point.number(Parameter.CREEP_EXPONENT),
                        point.number(Parameter.CREEP_CONSTANT),
                        point.number(Parameter.CREEP_ACTIVATION_ENERGY),
                        point.choice(Parameter.WALL, Wall.class),
                        point.number(Parameter.TRANSITION_RATE)),
                new Flaw(
                        point.number(Parameter.FLAW_LENGTH),
                        point.choice(Parameter.NOTCH, NotchFactor.class),
                        point.choice(Parameter.DRIVING, Driving.class),
                        slot(point)),
                new Operation(point.number(Parameter.TEMPERATURE), point.number(Parameter.STACK_PRESSURE)),
                new SolverSettings(
                        (int) point.number(Parameter.CURRENT_ORDER),
                        (int) point.number(Parameter.CREEP_ORDER),
                        point.number(Parameter.REGULARISATION),
                        point.number(Parameter.NEWTON_TOLERANCE),
                        (int) point.number(Parameter.NEWTON_ITERATIONS),
                        point.number(Parameter.TOLERANCE),
                        point.number(Parameter.PRESSURE_TOLERANCE),
                        (int) point.number(Parameter.LARGEST_UNKNOWNS)),
                point.choice(Parameter.LITHIUM_MODEL, LithiumModel.class));
    }

    static boolean hasTop(DesignPoint point) {
        return point.shape() == Shape.FRUSTUM
                || (point.shape() == Shape.RIDGE && profile(point) == Ridge.Profile.TRAPEZOID);
    }

    static boolean hasEdges(DesignPoint point) {
        return switch (point.shape()) {
            case FLAT, EGG_BOX -> false;
            case SQUARE_PYRAMID, FRUSTUM -> true;
            case RIDGE -> profile(point) != Ridge.Profile.COSINE;
            case HEIGHT_MAP -> true;
            case ROUGH -> isSelfAffine(point);
        };
    }

    static boolean isSelfAffine(DesignPoint point) {
        return point.shape() == Shape.ROUGH && spectrum(point) == RoughSurface.Spectrum.SELF_AFFINE;
    }

    private static RoughSurface.Spectrum spectrum(DesignPoint point) {
        return point.choice(Parameter.SPECTRUM, RoughSurface.Spectrum.class);
    }

    private static Topography topography(DesignPoint point) {
        double height = point.number(Parameter.PEAK_HEIGHT);
        double separation = point.number(Parameter.PEAK_SEPARATION);
        double top = point.number(Parameter.TOP_FRACTION);
        double edge = point.number(Parameter.EDGE_RESOLUTION);
        Polarity polarity = point.choice(Parameter.POLARITY, Polarity.class);
        return switch (point.shape()) {
            case FLAT -> new Flat(separation);
            case EGG_BOX -> new EggBox(point.choice(Parameter.FORM, EggBox.Form.class), height, separation, polarity);
            case SQUARE_PYRAMID -> new SquarePyramid(height, separation, edge, polarity);
            case FRUSTUM -> new Frustum(height, separation, top, edge, polarity);
            case RIDGE -> new Ridge(profile(point), height, separation, top, edge, polarity);
            case HEIGHT_MAP ->
                new HeightMap(
                        point.map().orElseThrow().samples(),
                        point.number(Parameter.HEIGHT_SCALE),
                        separation,
                        edge,
                        polarity);
            case ROUGH ->
                new RoughSurface(
                        spectrum(point),
                        point.number(Parameter.RMS_HEIGHT),
                        point.number(Parameter.CORRELATION_LENGTH),
                        point.number(Parameter.HURST_EXPONENT),
                        edge,
                        separation,
                        (long) point.number(Parameter.SEED),
                        polarity);
        };
    }

    private static Electrolyte electrolyte(DesignPoint point) {
        return new Electrolyte(
                point.number(Parameter.CONDUCTIVITY),
                point.number(Parameter.CONDUCTIVITY_ACTIVATION_ENERGY),
                point.number(Parameter.THICKNESS),
                point.number(Parameter.YOUNGS_MODULUS),
                point.number(Parameter.POISSON_RATIO),
                point.number(Parameter.FRACTURE_TOUGHNESS));
    }

    private static Kinetics kinetics(DesignPoint point) {
        double resistance = point.number(Parameter.RESISTANCE);
        double activationEnergy = point.number(Parameter.RESISTANCE_ACTIVATION_ENERGY);
        Kinetics kinetics = switch (point.kinetics()) {
            case PRIMARY -> new Kinetics.Primary();
            case LINEAR -> new Kinetics.Linear(resistance, activationEnergy);
            case BUTLER_VOLMER ->
                new Kinetics.ButlerVolmer(resistance, activationEnergy, point.number(Parameter.TRANSFER_COEFFICIENT));
        };
        return switch (point.pressureCoupling()) {
            case NONE -> kinetics;
            case ITERATED -> new Kinetics.PressureCoupled(kinetics, point.number(Parameter.ACTIVATION_VOLUME));
        };
    }

    private static Slot slot(DesignPoint point) {
        Slot.Width width = point.uses(Parameter.HALF_OPENING)
                ? new Slot.Given(point.number(Parameter.HALF_OPENING))
                : new Slot.Calibrated(point.number(Parameter.FLAT_CRITICAL_CURRENT));
        return new Slot(
                width,
                point.choice(Parameter.OPENING, Slot.Opening.class),
                point.number(Parameter.SURFACE_ENERGY),
                point.number(Parameter.CONTACT_ANGLE));
    }

    private static Ridge.Profile profile(DesignPoint point) {
        return point.choice(Parameter.PROFILE, Ridge.Profile.class);
    }
}
