package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Spacing;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * What a sweep would do: its inputs and their levels, its first case, and how many cases the model would reject.
 *
 * @param study what to solve
 * @param folder of the results
 * @param engine Spark's URL
 */
record DryRun(Study study, String folder, String engine) {
    /** More cases than this are not all checked: it takes about a second. */
    private static final int MOST_CHECKED = 100_000;

    private static final int LEVELS_SHOWN = 10;
    private static final long SEED = 1;

    void print(PrintWriter out) {
        DesignSpace space = study.space();
        out.println("Study " + study.name() + ": " + Display.cases(space.size()) + " on " + engine + " into " + folder);
        out.println();
        groups(out, space.blocks());
        out.println("The first case");
        InputLines.of(space.point(0)).forEach(out::println);
        out.println();
        out.println(rejections(space, MOST_CHECKED));
    }

    /** What all groups have in common stands once. */
    private static void groups(PrintWriter out, List<Block> blocks) {
        List<List<List<String>>> lines = blocks.stream()
                .map(block -> block.axes().stream().map(DryRun::line).toList())
                .toList();
        List<List<String>> common = lines.get(0).stream()
                .filter(line -> lines.stream().allMatch(group -> group.contains(line)))
                .toList();
        group(out, blocks.size() == 1 ? "Inputs that the study sets" : "Inputs of all groups", common);
        for (int b = 0; b < blocks.size() && blocks.size() > 1; b++) {
            List<List<String>> own = new ArrayList<>(lines.get(b));
            own.removeAll(common);
            String title = "Group " + (b + 1) + " of " + blocks.size() + ", "
                    + Display.cases(blocks.get(b).size());
            group(out, title, own);
        }
    }

    private static void group(PrintWriter out, String title, List<List<String>> lines) {
        if (!lines.isEmpty()) {
            out.println(title);
            TextTable.of(lines).forEach(out::println);
            out.println();
        }
    }

    private static List<String> line(Axis axis) {
        return List.of(axis.parameter().path(), levels(axis));
    }

    private static String levels(Axis axis) {
        int last = axis.size() - 1;
        if (last == 0) {
            return level(axis, 0);
        }
        if (axis.spacing() != Spacing.LISTED) {
            return level(axis, 0) + " … " + level(axis, last) + ", " + axis.size()
                    + (axis.spacing() == Spacing.LINEAR ? " evenly spaced" : " log-spaced");
        }
        Stream<String> shown = axis.size() <= LEVELS_SHOWN
                ? IntStream.rangeClosed(0, last).mapToObj(position -> level(axis, position))
                : Stream.concat(
                        IntStream.range(0, LEVELS_SHOWN - 1).mapToObj(position -> level(axis, position)),
                        Stream.of("…", level(axis, last)));
        return shown.collect(Collectors.joining(", ")) + " (" + axis.size() + " levels)";
    }

    private static String level(Axis axis, int position) {
        return axis.fileName(position).orElseGet(() -> InputLines.value(axis.parameter(), axis.value(position)));
    }

    /**
     * How many cases the model rejects before it solves anything, and the first of them.
     *
     * @param most of a larger space only so many are checked, one drawn from each of as many equal parts: steps of one
     *     length would meet only some levels of the inner axes
     */
    static String rejections(DesignSpace space, int most) {
        long size = space.size();
        boolean all = size <= most;
        long checked = all ? size : most;
        long part = size / checked;
        SplittableRandom random = new SplittableRandom(SEED);
        long rejected = 0;
        String first = "";
        for (long k = 0; k < checked; k++) {
            // The last part also has what the division left over.
            long start = k * part;
            long end = k == checked - 1 ? size : start + part;
            long index = all ? k : random.nextLong(start, end);
            String refusal = refusal(space, index);
            if (!refusal.isEmpty()) {
                rejected++;
                first = rejected == 1 ? ", the first of them case " + index + ": " + refusal : first;
            }
        }
        String scope = all
                ? "Checked " + (size == 1 ? "the case" : "all " + size + " cases")
                : "Checked " + checked + " of " + size + " cases, drawn evenly, the same every time";
        return scope + ": " + (rejected == 0 ? "none" : rejected) + " would be rejected"
                + (rejected == 0 ? "." : first);
    }

    private static String refusal(DesignSpace space, long index) {
        try {
            CellSolver.requireCovered(space.point(index).toCase());
            return "";
        } catch (InvalidInputException refusal) {
            return String.valueOf(refusal.getMessage());
        }
    }
}
