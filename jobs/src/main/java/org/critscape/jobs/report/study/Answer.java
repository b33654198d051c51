package org.critscape.jobs.report.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.critscape.jobs.sweep.FailureProfile.Trait;
import org.critscape.jobs.table.Amounts;

/** What a study answers, in sentences. */
final class Answer {
    /** Values named in the answer; the page lists all. */
    private static final int MOST_NAMED = 4;

    private static final int MOST_CONDITIONS = 6;

    private static final List<String> WEIGHTY = List.of("dendrite", "interface", "lithium");

    private Answer() {}

    /** The answer in one sentence. */
    static String sentence(Digest digest) {
        if (digest.found().isEmpty()) {
            return "No case is solved yet, so nothing can be said about the surfaces.";
        }
        Row best = digest.found().get().best();
        List<String> named = digest.variables().stream()
                .filter(variable -> !variable.column().equals("topography") && best.getAs(variable.column()) != null)
                .map(variable -> variable.label() + " " + variable.value(best.getAs(variable.column())))
                .toList();
        String where = String.join(", ", named.subList(0, Math.min(MOST_CONDITIONS, named.size())))
                + (named.size() > MOST_CONDITIONS
                        ? String.format(
                                Locale.ROOT,
                                " and %d more conditions of its own (case %d)",
                                named.size() - MOST_CONDITIONS,
                                best.<Long>getAs("case_index"))
                        : "");
        String surface = best.<String>getAs("topography").replace('-', ' ');
        return "Best is the " + surface + (where.isEmpty() ? "" : " of " + where) + ": " + value(digest, best)
                + ends(digest.found().get().ends()) + losses(digest) + assumed(digest) + ".";
    }

    private static String value(Digest digest, Row best) {
        double value = best.<Double>getAs(digest.result().column());
        Double error = best.getAs(digest.result().errorColumn());
        String number = Amounts.number(Numbers.rounded(value, 4))
                + (error == null ? "" : " ± " + Amounts.number(Numbers.rounded(error * value, 1)));
        if (digest.result() == Result.CURRENT_RATIO) {
            return "its largest current is " + number + " times the mean, the smallest of all";
        }
        return "its critical current is " + number + " times that of the flat interface, a "
                + (value < 1 ? "loss" : "gain") + " of " + percent(Math.abs(value - 1));
    }

    /** A best value at the end of what was solved says where to look next. */
    private static String ends(List<String> ends) {
        return ends.isEmpty()
                ? ""
                : "; that is at the end of what was solved (" + String.join(", ", ends)
                        + "), so that more may lie beyond";
    }

    private static String losses(Digest digest) {
        if (digest.result() == Result.CURRENT_RATIO) {
            return "";
        }
        if (digest.losing() == 0) {
            return "; no contour is worse than the flat interface";
        }
        String where = traits(digest, digest.losingTraits());
        return "; it fails to pay, with less than the flat interface, in "
                + String.format(
                        Locale.ROOT, "%,d of %,d solved cases with a contour", digest.losing(), digest.contoured())
                + (where.isEmpty() ? digest.losses().map(Losses::words).orElse("") : ", all at " + where);
    }

    private static String assumed(Digest digest) {
        // Two materials may share a value.
        List<String> all = digest.assumptions().stream()
                .sorted(Comparator.comparingInt(Answer::rank))
                .map(assumption -> assumption.words() + " " + assumption.value())
                .distinct()
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        List<String> named = new ArrayList<>(all.subList(0, Math.min(MOST_NAMED, all.size())));
        if (all.size() > MOST_NAMED) {
            named.add((all.size() - MOST_NAMED) + " more");
        }
        return "; all this under values that are assumed or chosen (" + String.join(", ", named) + ")";
    }

    /** What decides on dendrites is named first. */
    private static int rank(Assumption assumption) {
        if (assumption.key().endsWith("activation-energy")) {
            return WEIGHTY.size() + 1;
        }
        int group =
                WEIGHTY.indexOf(assumption.key().substring(0, assumption.key().indexOf('.')));
        return group < 0 ? WEIGHTY.size() : group;
    }

    /** "peak separation 300 µm to 600 µm, topography egg box". */
    static String traits(Digest digest, List<Trait> traits) {
        return traits.stream()
                .filter(trait -> digest.variables().stream()
                        .anyMatch(variable -> variable.column().equals(trait.column())))
                .map(Answer::trait)
                .collect(Collectors.joining(", "));
    }

    private static String trait(Trait trait) {
        String label = Labels.of(trait.column());
        if (!trait.words().isEmpty()) {
            return label + " " + String.join(" or ", trait.words()).replace('-', ' ');
        }
        String low = Amounts.amount(trait.low(), trait.unit());
        return label + " " + low
                + (trait.low() < trait.high() ? " to " + Amounts.amount(trait.high(), trait.unit()) : "");
    }

    /** A part as percent, to three digits. */
    static String percent(double part) {
        return Amounts.number(Numbers.rounded(100 * part, 3)) + " %";
    }
}
