package org.critscape.jobs.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.sweep.CostModel;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.quantity.InvalidInputException;

/** A look at the cases of a study without solving any: all of a small one, some of a large one, the same every time. */
final class Survey {
    /** More cases than this are not all looked at: it takes a few seconds. */
    static final int USUAL = 50_000;

    private static final long SEED = 1;

    private final long size;
    private final Set<Parameter> varying;
    private final Map<Parameter, Coverage> coverage = new EnumMap<>(Parameter.class);
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final long[] accepted;
    private final double[] costs;
    private int acceptances;
    private int looked;
    private int excluded;
    private String firstRefusal = "";
    private String firstExclusion = "";

    /** The values that an input takes over the cases that use it. */
    static final class Coverage {
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
        private final Map<String, Long> words = new LinkedHashMap<>();

        private void add(Parameter parameter, DesignPoint point) {
            if (parameter.domain() instanceof Domain.Interval) {
                low = Math.min(low, point.number(parameter));
                high = Math.max(high, point.number(parameter));
            } else {
                words.merge(point.word(parameter), 1L, Long::sum);
            }
        }

        /** Lowest value [SI]; infinite for a choice. */
        double low() {
            return low;
        }

        /** Highest value [SI]; infinite for a choice. */
        double high() {
            return high;
        }

        /** How many of the cases have each word of a choice. */
        Map<String, Long> words() {
            return words;
        }
    }

    private Survey(DesignSpace space, int most) {
        this.size = space.size();
        this.varying = space.varying();
        int count = (int) Math.min(size, most);
        this.accepted = new long[count];
        this.costs = new double[count];
    }

    /**
     * Looks at a space.
     *
     * @param most of a larger space only so many cases are looked at, one drawn from each of as many equal parts: steps
     *     of one length would meet only some levels of the inner axes
     */
    static Survey of(DesignSpace space, int most) {
        Survey survey = new Survey(space, most);
        int count = survey.accepted.length;
        long part = space.size() / count;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int k = 0; k < count; k++) {
            // The last part also has what the division left over.
            long start = k * part;
            long end = k == count - 1 ? space.size() : start + part;
            survey.look(space, part == 1 && k < count - 1 ? start : random.nextLong(start, end));
        }
        return survey;
    }

    private void look(DesignSpace space, long index) {
        DesignPoint point = space.point(index);
        looked++;
        occurrences.merge(point.caseId(), 1, Integer::sum);
        Optional<String> exclusion = space.exclusion(index, point);
        if (exclusion.isPresent()) {
            excluded++;
            firstExclusion = firstExclusion.isEmpty()
                    ? "case " + index + ": " + Display.message(exclusion.get())
                    : firstExclusion;
            return;
        }
        for (Parameter parameter : varying) {
            if (parameter == Parameter.MATERIAL || point.uses(parameter)) {
                coverage.computeIfAbsent(parameter, key -> new Coverage()).add(parameter, point);
            }
        }
        try {
            CellSolver.requireCovered(point.toCase());
        } catch (InvalidInputException refusal) {
            firstRefusal = firstRefusal.isEmpty()
                    ? "case " + index + ": " + Display.message(String.valueOf(refusal.getMessage()))
                    : firstRefusal;
            return;
        }
        accepted[acceptances] = index;
        costs[acceptances] = CostModel.cost(point);
        acceptances++;
    }

    /** Whether every case was looked at. */
    boolean isWhole() {
        return looked == size;
    }

    /** The number of cases that were looked at. */
    int looked() {
        return looked;
    }

    /** The number of these that the model rejects before it solves anything. */
    int rejected() {
        return looked - acceptances - excluded;
    }

    /** The number of these that a constraint of the study leaves out. */
    int excluded() {
        return excluded;
    }

    /** Whether nothing of what was looked at would be solved. */
    boolean isHopeless() {
        return acceptances == 0;
    }

    /** Why the first case that would not be solved is not; empty where all would. */
    String firstObjection() {
        return firstRefusal.isEmpty() ? firstExclusion : firstRefusal;
    }

    /** The first of those, with the reason; empty where there is none. */
    String firstRefusal() {
        return firstRefusal;
    }

    /** The values of every input in which cases differ. */
    Map<Parameter, Coverage> coverage() {
        return coverage;
    }

    /**
     * The number of cases that differ in what they use: exact where all were looked at; otherwise estimated from the
     * pairs of equal cases among those that were, as if every case occurred equally often.
     */
    long distinct() {
        if (isWhole()) {
            return occurrences.size();
        }
        double pairs = occurrences.values().stream()
                .mapToDouble(count -> count * (count - 1.0) / 2)
                .sum();
        // Of all pairs of the space the share (n/N)² is looked at; each of N cases has 2 D/N others like it.
        double others = 2 * pairs * size / ((double) looked * looked);
        return Math.max(occurrences.size(), Math.round(size / (1 + others)));
    }

    /** The expected cost of all cases, by that of a smooth egg-box. */
    double cost() {
        return Arrays.stream(costs, 0, acceptances).sum() / looked * size;
    }

    /**
     * Cases to try: as many parts of about equal cost, ordered by the cost of a case, and of each part the middle.
     *
     * @param count at most so many; the same case never twice
     */
    List<Long> samples(int count) {
        Integer[] order = new Integer[acceptances];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> Double.compare(costs[a], costs[b]));
        double total = Arrays.stream(costs, 0, acceptances).sum();
        Set<Long> chosen = new LinkedHashSet<>();
        double below = 0;
        int part = 0;
        for (int position : order) {
            below += costs[position];
            boolean isMiddle = below >= (part + 0.5) / count * total;
            if (isMiddle && part < count) {
                chosen.add(accepted[position]);
                part++;
            }
        }
        return List.copyOf(chosen);
    }

    /** How many cases would be left out or rejected, and the first of them, in a sentence or two. */
    String rejections() {
        String scope = isWhole()
                ? "Checked " + (size == 1 ? "the case" : "all " + size + " cases")
                : "Checked " + looked + " of " + size + " cases, drawn evenly, the same every time";
        String constraints = excluded == 0
                ? ""
                : excluded + " (" + share(excluded) + " %) are excluded by constraints, the first of them "
                        + firstExclusion + "\n";
        String refusals = rejected() == 0
                ? "none would be rejected."
                : rejected() + " (" + share(rejected()) + " %) would be rejected, the first of them " + firstRefusal;
        return scope + ": " + constraints + (constraints.isEmpty() ? "" : "Of the others ") + refusals;
    }

    private String share(int part) {
        return Display.number(100.0 * part / looked);
    }
}
