package org.critscape.jobs.cli;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.store.ChunkLayout;
import org.critscape.jobs.sweep.CostModel;

/**
 * What a sweep of a study would take.
 *
 * @param survey a look at its cases
 * @param trials cases that were solved to try it
 * @param chunks number of chunks; empty where one sweep cannot have so many cases
 * @param cases number of cases
 */
record StudyPlan(Survey survey, List<Trial> trials, OptionalInt chunks, long cases) {
    /** Both files of a chunk of one case, measured: mostly schema and statistics. */
    private static final double BYTES_PER_CHUNK = 28_000;

    /** 100 measured in chunks of 2,048 flat cases; a solved one has some thirty numbers of eight bytes more. */
    private static final double BYTES_PER_CASE = 350;

    private static final double SECONDS_PER_HOUR = 3600;

    /**
     * A case that was solved.
     *
     * @param index its case_index
     * @param seconds of processor time
     * @param cost by that of a smooth egg-box, as the order of a sweep takes it
     * @param status what became of it
     */
    record Trial(long index, double seconds, double cost, String status) {
        double secondsPerCost() {
            return seconds / cost;
        }
    }

    /** Copies the list. */
    StudyPlan {
        trials = List.copyOf(trials);
    }

    /** The plan of a space of which some cases were tried. */
    static StudyPlan of(DesignSpace space, Survey survey, List<Trial> trials) {
        long cases = space.size();
        OptionalInt chunks = cases <= SweepCommand.MOST_CASES
                ? OptionalInt.of(new ChunkLayout(List.of(cases)).chunks().size())
                : OptionalInt.empty();
        return new StudyPlan(survey, trials, chunks, cases);
    }

    static Trial trial(DesignSpace space, long index, double seconds, String status) {
        return new Trial(index, seconds, CostModel.cost(space.point(index)), status);
    }

    /** Time of all cases on one core [h]; every trial stands for an equal part of the cost. */
    OptionalDouble coreHours() {
        return hours(trials.stream().mapToDouble(Trial::secondsPerCost).average());
    }

    /** The time if all cases were as cheap for their kind, by the model of costs, as one of the trials [h]. */
    OptionalDouble leastCoreHours() {
        return hours(trials.stream().mapToDouble(Trial::secondsPerCost).min());
    }

    /** The time if all cases were as dear for their kind as one of the trials [h]. */
    OptionalDouble mostCoreHours() {
        return hours(trials.stream().mapToDouble(Trial::secondsPerCost).max());
    }

    private OptionalDouble hours(OptionalDouble secondsPerCost) {
        return secondsPerCost.isPresent()
                ? OptionalDouble.of(secondsPerCost.getAsDouble() * survey.cost() / SECONDS_PER_HOUR)
                : OptionalDouble.empty();
    }

    /** Size of the tables, within a factor of two: schema and statistics of each pair of files, and what rows add [B]. */
    double bytes() {
        return chunks.orElse(0) * BYTES_PER_CHUNK + cases * BYTES_PER_CASE;
    }

    /** Whether constraints or the model would reject whatever was looked at. */
    boolean isHopeless() {
        return survey.isHopeless();
    }

    /** The trials in the order of their cases. */
    List<Trial> inOrder() {
        return trials.stream().sorted(Comparator.comparingLong(Trial::index)).toList();
    }
}
