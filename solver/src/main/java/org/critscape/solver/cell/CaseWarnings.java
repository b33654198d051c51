package org.critscape.solver.cell;

import java.util.Locale;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Topography;

/** What the reader of a solved case should know. */
final class CaseWarnings {
    /** Below this the far electrode changes the current distribution. */
    private static final double THINNEST = 1;

    /** Above this the largest current ratio may be off by about half a percent. */
    private static final double UNCERTAIN = 0.02;

    /**
     * Regularisation by H/S above which halving it moves the tip's pressure by more than 0.5 %: at n = 6.6 and λ = 2 by
     * 4 % at 0.6, and by 13 % at 2.
     */
    private static final double STRONG_REGULARISATION = 0.15;

    private CaseWarnings() {}

    /** Sentences, or nothing. */
    static String text(DesignCase input, CriticalCurrent critical, double currentUncertainty) {
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
        if (currentUncertainty > UNCERTAIN) {
            text.append(String.format(
                    Locale.ROOT,
                    "The largest current ratio changes by %.1f %% over the last two polynomial orders. Maybe raise"
                            + " solver.current-order or topography.edge-resolution. ",
                    100 * currentUncertainty));
        }
        if (!(topography instanceof Flat)
                && input.lithium().creepExponent() > 1
                && input.settings().regularisation() > STRONG_REGULARISATION * topography.heightToSeparation()) {
            text.append("The contour is so shallow that the regularisation lowers the pressure by several percent."
                    + " Maybe lower solver.regularisation. ");
        }
        if (critical.criticalCurrent() == 0) {
            text.append("The stack pressure alone grows the flaw, on the flat interface too. Maybe lower"
                    + " operation.stack-pressure. ");
        }
        return text.toString().strip();
    }
}
