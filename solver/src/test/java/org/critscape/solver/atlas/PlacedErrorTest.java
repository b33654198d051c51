package org.critscape.solver.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.critscape.solver.atlas.PlacedError.Seen;
import org.junit.jupiter.api.Test;

class PlacedErrorTest {
    /** Errors of a hundredfold range, from one corner of a square to the other, each of normal size times its scale. */
    private static List<Seen> draws(SplittableRandom random, int count, ToDoubleFunction<double[]> scale) {
        List<Seen> draws = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] position = {2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1};
            double change = scale.applyAsDouble(position) * StrictMath.exp(0.5 * gaussian(random));
            draws.add(new Seen(position, change, scale.applyAsDouble(position) * Math.abs(gaussian(random))));
        }
        return draws;
    }

    private static double gaussian(SplittableRandom random) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    private static double covered(ToDoubleFunction<double[]> scale, int solves) {
        int within = 0;
        int all = 0;
        for (int seed = 0; seed < 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PlacedError error = PlacedError.of(draws(random, solves, scale));
            for (Seen fresh : draws(random, 200, scale)) {
                within += fresh.error() <= error.at(fresh.position(), fresh.change()) ? 1 : 0;
                all++;
            }
        }
        return within / (double) all;
    }

    @Test
    void freshErrorsAreCoveredWhateverTheirForm() {
        assertThat(covered(x -> 1e-3 * StrictMath.exp(2.3 * x[0]), 50)).isBetween(0.95, 0.995);
        assertThat(covered(x -> 1e-3, 50)).isBetween(0.95, 0.995);
        // A ring is nothing that the form can follow.
        assertThat(covered(x -> 1e-3 * StrictMath.exp(3 * (x[0] * x[0] + x[1] * x[1])), 50))
                .isBetween(0.95, 0.995);
        assertThat(covered(x -> 1e-3 * StrictMath.exp(2.3 * x[0]), 15)).isBetween(0.93, 0.999);
    }

    /** Four errors of each solve, alike but for a tenth: as many rows, a quarter of the knowledge. */
    private static List<Seen> foursOf(List<Seen> solves, SplittableRandom random) {
        List<Seen> fours = new ArrayList<>();
        for (Seen solve : solves) {
            for (int i = 0; i < 4; i++) {
                fours.add(new Seen(
                        solve.position(), solve.change(), solve.error() * StrictMath.exp(0.1 * gaussian(random))));
            }
        }
        return fours;
    }

    @Test
    void errorsThatComeTogetherAreLeftOutTogether() {
        int together = 0;
        int alone = 0;
        int all = 0;
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Seen> fours = foursOf(draws(random, 14, x -> 1e-3 * StrictMath.exp(2.3 * x[0])), random);
            PlacedError right = PlacedError.of(fours, 4);
            PlacedError wrong = PlacedError.of(fours);
            for (Seen fresh : draws(random, 200, x -> 1e-3 * StrictMath.exp(2.3 * x[0]))) {
                together += fresh.error() <= right.at(fresh.position(), fresh.change()) ? 1 : 0;
                alone += fresh.error() <= wrong.at(fresh.position(), fresh.change()) ? 1 : 0;
                all++;
            }
        }
        assertThat(together / (double) all).isBetween(0.93, 0.995);
        assertThat(alone).isLessThan(together);
    }

    @Test
    void marginsFollowTheErrors() {
        PlacedError error = PlacedError.of(draws(new SplittableRandom(1), 60, x -> 1e-3 * StrictMath.exp(2.3 * x[0])));
        double low = error.at(new double[] {-0.9, 0}, 1e-4);
        double high = error.at(new double[] {0.9, 0}, 1e-2);
        assertThat(high / low).isBetween(20.0, 200.0);
        assertThat(error.largest()).isGreaterThan(5 * error.median());
    }

    @Test
    void noCornerIsThoughtBetterThanAllSolvesSeen() {
        List<Seen> seen = draws(new SplittableRandom(2), 60, x -> 1e-3 * StrictMath.exp(2.3 * x[0]));
        PlacedError error = PlacedError.of(seen);
        double least = seen.stream()
                .mapToDouble(one -> error.at(one.position(), one.change()))
                .min()
                .orElseThrow();
        assertThat(error.at(new double[] {-1, -1}, 0)).isEqualTo(least);
    }

    @Test
    void withFewSolvesTheLargestErrorCountsEverywhere() {
        List<Seen> few = draws(new SplittableRandom(3), 8, x -> 1);
        double largest = few.stream().mapToDouble(Seen::error).max().orElseThrow();
        assertThat(PlacedError.of(few).at(new double[] {1, 1}, 100)).isEqualTo(1.25 * largest);
        assertThat(PlacedError.of(List.of()).at(new double[] {0, 0}, 0)).isInfinite();
    }

    @Test
    void exactInterpolantsAndRangesOfNoLengthAreAllowed() {
        List<Seen> exact = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            exact.add(new Seen(new double[] {0, i / 10.0 - 1}, 0, 0));
        }
        assertThat(PlacedError.of(exact).at(new double[] {0, 0.3}, 0)).isBetween(0.0, 1e-11);
    }
}
