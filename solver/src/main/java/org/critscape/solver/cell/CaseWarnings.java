package org.critscape.solver.cell;

import java.util.Locale;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.Topography;
import org.jspecify.annotations.Nullable;

/** What the reader of a solved case should know. */
final class CaseWarnings {
    /** Below this the far electrode changes the current distribution. */
    private static final double THINNEST = 1;

    /**
     * Regularisation by H/S above which halving it moves the tip's pressure by more than 0.5 %: at n = 6.6 and λ = 2 by
     * 4 % at 0.6, and by 13 % at 2.
     */
    private static final double STRONG_REGULARISATION = 0.15;

    /** A transition rate this much above the regularisation leaves it nothing to do. */
    private static final double CLEARLY = 3;

    /** Above this the sides of a map do not fit together. */
    private static final double OPEN_SEAM = 3;

    private CaseWarnings() {}

    /**
     * Sentences, or nothing.
     *
     * @param critical null where no lithium is solved
     */
    static String text(DesignCase input, @Nullable CriticalCurrent critical, ContourFields.Errors errors) {
        StringBuilder text = new StringBuilder();
        Topography topography = input.topography();
        double clearance = (input.electrolyte().thickness() - topography.peakHeight()) / topography.peakSeparation();
        if (clearance < THINNEST) {
            text.append(String.format(
                    Locale.ROOT,
                    "The electrolyte above the peaks is %.2f peak separations thick; below %.0f the far electrode, which"
                            + " the model puts far away, begins to even out the current. Maybe raise"
                            + " electrolyte.thickness. ",
                    clearance,
                    THINNEST));
        }
        if (errors.pressureFunction() > input.settings().pressureTolerance()) {
            String error = Double.isFinite(errors.pressureFunction())
                    ? "resolved to " + Math.round(100 * errors.pressureFunction()) + " % only"
                    : "not resolved";
            text.append("The pressure function is " + error
                    + ". Maybe raise solver.largest-unknowns, of which the pressure takes a third, or"
                    + " topography.edge-resolution. ");
        }
        if (critical != null
                && !(topography instanceof Flat)
                && input.lithium().creepExponent() > 1
                && !isLinearWhereSmoothed(input)
                && input.settings().regularisation() > STRONG_REGULARISATION * steepness(topography)) {
            text.append("The contour is so shallow that the regularisation lowers the pressure by "
                    + lost(input.settings().regularisation() / steepness(topography))
                    + ". Maybe lower solver.regularisation. ");
        }
        if (topography instanceof HeightMap map && map.samples().seam() > OPEN_SEAM) {
            text.append(String.format(
                    Locale.ROOT,
                    "Opposite sides of the height map differ %.0f times as much as neighbouring samples do, which makes a"
                            + " step where the periods meet. Maybe level the map, or mirror it so that its sides match. ",
                    map.samples().seam()));
        }
        if (critical != null && critical.criticalCurrent() == 0) {
            text.append(
                    input.flaw().slot().surfaceEnergy() > 0
                            ? "Stack pressure and capillarity alone grow the flaw, on the flat interface too. Maybe lower"
                                    + " operation.stack-pressure or dendrite.surface-energy. "
                            : "The stack pressure alone grows the flaw, on the flat interface too. Maybe lower"
                                    + " operation.stack-pressure. ");
        }
        return text.toString().strip();
    }

    /** Whether creep is linear at the rates that the regularisation smooths, so that it changes nothing. */
    private static boolean isLinearWhereSmoothed(DesignCase input) {
        double velocity = input.lithium().platingVelocityPerCurrent() * CellSolver.REPORTED_CURRENT_DENSITY;
        double smoothed = input.settings().regularisation()
                * velocity
                / input.topography().peakSeparation();
        return input.lithium().transitionRate() > CLEARLY * smoothed;
    }

    /**
     * What the regularisation takes from the tip's pressure, by its ratio to the steepness: a power law through the two
     * measured values of {@link #STRONG_REGULARISATION}, and no number beyond the larger.
     */
    static String lost(double ratio) {
        double exponent = StrictMath.log(13.0 / 4) / StrictMath.log(2 / 0.6);
        return ratio > 2.001
                ? "more than 13 %"
                : "about " + Math.round(4 * StrictMath.pow(ratio / 0.6, exponent)) + " %";
    }

    /**
     * H/S; of several bumps in a period the H/S of one, times their number along it: strain rates rise by both. Below
     * this a rate is regularised away.
     */
    private static double steepness(Topography topography) {
        boolean isWhole = topography instanceof HeightMap || topography instanceof RoughSurface;
        double wave = isWhole ? 2 * topography.fundamentalCell().relief().detail() : 1;
        return topography.heightToSeparation() / (wave * wave);
    }
}
