package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Drawn;
import org.critscape.jobs.space.Sample;
import org.critscape.jobs.space.Spacing;

/** The inputs that a study sets, group by group, for people. */
final class PlanInputs {
    private static final int LEVELS_SHOWN = 10;

    private PlanInputs() {}

    /** What all groups have in common stands once. */
    static void print(PrintWriter out, List<Block> blocks) {
        List<List<List<String>>> lines = blocks.stream().map(PlanInputs::lines).toList();
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

    private static List<List<String>> lines(Block block) {
        List<List<String>> lines = new ArrayList<>();
        block.draws().ifPresent(draws -> {
            lines.add(List.of("design.plan", draws.word()));
            lines.add(List.of("design.cases", Long.toString(draws.cases())));
        });
        block.constraints().forEach(constraint -> lines.add(List.of("design.constraints", constraint.text())));
        block.axes().forEach(axis -> lines.add(line(axis)));
        block.draws().ifPresent(draws -> {
            if (draws instanceof Sample sample) {
                sample.drawn()
                        .forEach(drawn -> lines.add(List.of(drawn.parameter().path(), drawn(drawn))));
            } else {
                draws.supports()
                        .forEach(axis -> lines.add(List.of(axis.parameter().path(), column(axis))));
            }
        });
        return lines;
    }

    private static String drawn(Drawn drawn) {
        Axis support = drawn.support();
        return drawn.distribution()
                .map(name -> name + ", " + level(support, 0) + " … " + level(support, 1))
                .orElseGet(() -> "any of " + levels(support) + (drawn.isWeighted() ? ", weighted" : ""));
    }

    private static String column(Axis support) {
        boolean words = !(support.parameter().domain() instanceof Domain.Interval);
        return "of the table, "
                + (words || support.size() == 1 ? levels(support) : level(support, 0) + " … " + level(support, 1));
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
}
