package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.critscape.jobs.config.InputRange;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;

/**
 * The surface whose least objective over ranges of assumed inputs is the largest.
 *
 * @param ranges what varies
 * @param points how many combinations each surface was asked for: corners, middle and a seeded sample
 * @param nominal where the best surface of the study's own conditions is at its worst
 * @param best the surface that is best at its worst, at the study's own conditions
 * @param worst that surface where it is at its worst
 * @param evaluations surfaces looked at
 */
public record WorstCase(
        List<InputRange> ranges, int points, Evaluation nominal, Evaluation best, Evaluation worst, int evaluations) {
    private static final long SEED = 20240229;
    private static final int MOST_RANGES = 6;
    private static final int SAMPLES = 16;
    private static final int FEW_SAMPLES = 4;

    /** Copies the list. */
    public WorstCase {
        ranges = List.copyOf(ranges);
    }

    /** The most ranges, each of which doubles the corners. */
    public static int mostRanges() {
        return MOST_RANGES;
    }

    /** Corners, the middle, then samples; of a study that solves directly fewer. */
    static List<Map<Parameter, Double>> combinations(List<InputRange> ranges, boolean isCheap) {
        List<Map<Parameter, Double>> all = new ArrayList<>();
        int corners = 1 << ranges.size();
        SplittableRandom random = new SplittableRandom(SEED);
        int samples = isCheap ? SAMPLES : FEW_SAMPLES;
        for (int one = 0; one < corners + 1 + samples; one++) {
            Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
            for (int i = 0; i < ranges.size(); i++) {
                double share = one < corners ? one >> i & 1 : one == corners ? 0.5 : random.nextDouble();
                values.put(ranges.get(i).parameter(), ranges.get(i).value(share));
            }
            all.add(values);
        }
        return all;
    }

    /** A surface where it is at its worst; not allowed where it is not at some combination. */
    static Evaluation worst(DesignPoint surface, List<Map<Parameter, Double>> combinations, Evaluator evaluator) {
        List<Evaluation> all =
                evaluator.evaluate(combinations.stream().map(surface::with).toList());
        Evaluation worst = all.get(0);
        for (Evaluation one : all) {
            if (!one.allowed()) {
                return one;
            }
            worst = one.value() < worst.value() ? one : worst;
        }
        return worst;
    }
}
