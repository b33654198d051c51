package org.critscape.solver.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/**
 * Why converged numbers are not as accurate as asked for, and what would make them so.
 *
 * @param code which field falls short
 * @param message by how much, with advice whose values follow from the estimate
 */
record Shortfall(FailureCode code, String message) {
    /** The estimate of the next coarser level's error by that of a level, at the lowest order of {@link ErrorEstimate}. */
    private static final double PER_LEVEL = Math.sqrt(2);

    /** The bound of the setting, see {@link SolverSettings}. */
    private static final double LARGEST_TOLERANCE = 0.5;

    /** The shortfall of a creep flow whose finer meshes did not converge. */
    static Shortfall stalled(CaseOutcome.Unconverged finer, double error, double inflow, SolverSettings settings) {
        String tolerance = isWhole(inflow) ? tolerance(error) : null;
        return new Shortfall(
                finer.code(),
                reached(error, inflow, settings) + ", and the next finer mesh did not converge: " + finer.message()
                        + (tolerance == null ? "" : " Maybe set " + tolerance + "."));
    }

    /** The shortfall of a creep flow whose finer mesh does not fit into memory. */
    static Shortfall memory(double error, double inflow, SolverSettings settings) {
        String tolerance = isWhole(inflow) ? tolerance(error) : null;
        return new Shortfall(
                FailureCode.OUT_OF_MEMORY,
                reached(error, inflow, settings) + ", and the next finer mesh does not fit into memory. Maybe "
                        + (tolerance == null ? "" : "set " + tolerance + ", or ")
                        + "give more for each core (CRITSCAPE_JAVA_OPTS=-Xmx8g, or spark.executor.memory on a cluster).");
    }

    private static String reached(double error, double inflow, SolverSettings settings) {
        return sentence(causes("critical current", error, inflow, settings));
    }

    private static String sentence(List<String> causes) {
        String text = String.join(", and ", causes);
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Whether the flow takes up all lithium; a looser tolerance does not mend one that misses some. */
    private static boolean isWhole(double inflow) {
        return Math.abs(inflow - 1) < ContourSolver.LARGEST_FLOW_ERROR;
    }

    private static List<String> causes(String value, double error, double inflow, SolverSettings settings) {
        List<String> causes = new ArrayList<>();
        if (!(error <= settings.tolerance())) {
            causes.add("the estimated error of the " + value + " is " + percent(error) + ", above solver.tolerance "
                    + percent(settings.tolerance()));
        }
        if (!isWhole(inflow)) {
            causes.add(String.format(
                    Locale.ROOT,
                    "the creep flow takes up %.4f of the plated lithium, which must be 1 within %s",
                    inflow,
                    percent(ContourSolver.LARGEST_FLOW_ERROR)));
        }
        return causes;
    }

    /**
     * The shortfall of an error, or null where there is none.
     *
     * @param code of the field that limits it
     * @param value what the error is of, "critical current"
     * @param error estimated relative error on the finest mesh [1]
     * @param inflow the plated lithium that the creep flow takes up, 1 where it is resolved or there is none [1]
     * @param unknowns largest number of a mesh, by levels of refinement beyond the finest
     */
    static @Nullable Shortfall of(
            FailureCode code,
            String value,
            double error,
            double inflow,
            SolverSettings settings,
            FundamentalCell cell,
            IntUnaryOperator unknowns) {
        List<String> causes = causes(value, error, inflow, settings);
        if (causes.isEmpty()) {
            return null;
        }
        List<String> advice = new ArrayList<>();
        // A looser tolerance does not mend a flow that misses lithium.
        String tolerance = isWhole(inflow) ? tolerance(error) : null;
        if (tolerance != null) {
            advice.add(tolerance);
        }
        double excess = Math.max(error / settings.tolerance(), Math.abs(inflow - 1) / ContourSolver.LARGEST_FLOW_ERROR);
        String largest = largestUnknowns(excess, settings, cell, unknowns);
        if (largest != null) {
            advice.add(largest);
        }
        return new Shortfall(
                code,
                sentence(causes) + ". Maybe "
                        + (advice.isEmpty()
                                ? "raise topography.edge-resolution."
                                : "set " + String.join(", or ", advice) + "."));
    }

    /** The tolerance that the estimate meets, although a looser one also lets the current be less accurate. */
    private static @Nullable String tolerance(double error) {
        double enough = roundedUp(error / (1 - CurrentLevels.SHARE), 1);
        return enough <= LARGEST_TOLERANCE ? "solver.tolerance = " + plain(enough) : null;
    }

    /**
     * The unknowns of the level on which the error is smaller by this factor; no level on the way has more. None where they
     * are allowed already: then something else stopped the refinement.
     */
    private static @Nullable String largestUnknowns(
            double excess, SolverSettings settings, FundamentalCell cell, IntUnaryOperator unknowns) {
        int levels = Math.max(1, (int) Math.ceil(StrictMath.log(excess) / StrictMath.log(PER_LEVEL)));
        long most = 0;
        for (int level = 1; level <= levels && most <= SolverSettings.MOST; level++) {
            most = Math.max(most, SolverSettings.allowing(unknowns.applyAsInt(level), cell));
        }
        double enough = roundedUp((double) most, 2);
        return enough > settings.largestUnknowns() && enough <= SolverSettings.MOST
                ? "solver.largest-unknowns = " + plain(enough)
                : null;
    }

    /** The next number above with so many digits. */
    static double roundedUp(double value, int digits) {
        int exponent = (int) Math.floor(StrictMath.log10(value)) + 1 - digits;
        double unit = StrictMath.pow(10, Math.abs(exponent));
        return exponent < 0 ? Math.ceil(value * unit) / unit : Math.ceil(value / unit) * unit;
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, "%.2g %%", 100 * value).replaceFirst("\\.0 ", " ");
    }
}
