package org.critscape.solver.cell;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.GrowthCriterion;
import org.critscape.solver.similarity.LoadCurve;

/**
 * The growth criterion on the samples of one contour.
 *
 * @param criterion takes lengths in m
 * @param driving what of the stress at the interface a flaw feels
 * @param separation S [m]
 */
record Growth(GrowthCriterion criterion, Driving driving, double separation) {
    /** Samples are nearly critical up to this factor in their load, the n-th root of a current. */
    private static final double LOAD_BELOW = 1.15;

    /** The same in their critical current. */
    private static final double MOST_ABOVE = 2;

    CriticalCurrent at(InterfaceSamples samples) {
        double[] curvature =
                Arrays.stream(samples.curvature()).map(c -> c / separation).toArray();
        return criterion.evaluate(samples.currentRatio(), samples.driving(driving), curvature);
    }

    CriticalCurrent at(LoadCurve loads) {
        double[] curvature =
                Arrays.stream(loads.curvatures()).map(c -> c / separation).toArray();
        return criterion.evaluate(loads.currentRatios(), loads.stresses(), curvature);
    }

    /** The critical current of each sample by itself [A/m²]; infinite where no current grows a flaw. */
    double[] pointwise(InterfaceSamples samples) {
        double[] stress = samples.driving(driving);
        return IntStream.range(0, stress.length)
                .mapToDouble(i -> criterion.criticalCurrentAt(
                        samples.currentRatio()[i], stress[i], samples.curvature()[i] / separation))
                .toArray();
    }

    /**
     * How far the critical currents of single samples differ from those of another solution at the same samples: the root
     * mean square of relative differences over the samples that are nearly critical. It does not vanish where two critical
     * currents agree by chance.
     *
     * @param exponent n of the creep: currents are loads to its power
     */
    double scatter(InterfaceSamples from, InterfaceSamples to, double exponent) {
        double nearly = Math.min(MOST_ABOVE, StrictMath.pow(LOAD_BELOW, exponent));
        double[] before = pointwise(from);
        double[] after = pointwise(to);
        double least = Arrays.stream(after).min().orElseThrow();
        if (least == 0) {
            return 0;
        }
        double square = 0;
        int count = 0;
        for (int i = 0; i < after.length; i++) {
            if (after[i] <= nearly * least) {
                double difference = Math.min(1, Math.abs(before[i] / after[i] - 1));
                square += difference * difference;
                count++;
            }
        }
        return Math.sqrt(square / count);
    }

    /** Relative difference of two critical currents; none where the stack pressure alone grows flaws. */
    static double change(CriticalCurrent from, CriticalCurrent to) {
        return to.criticalCurrent() == 0 ? 0 : Math.abs(from.criticalCurrent() / to.criticalCurrent() - 1);
    }
}
