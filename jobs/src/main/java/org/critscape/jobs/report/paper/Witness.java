package org.critscape.jobs.report.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Asks for numbers on behalf of one check, and keeps what it was told and what was missing. */
final class Witness {
    private final PaperRows rows;
    private final List<Finding.Datum> told = new ArrayList<>();
    private final Set<String> missing = new LinkedHashSet<>();

    Witness(PaperRows rows) {
        this.rows = rows;
    }

    /** A number; where it is missing the finding says so. */
    Optional<Estimate> ask(Surface surface, Condition condition, Measure measure) {
        Optional<Estimate> found = rows.find(surface, condition, measure);
        String name = measure.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + surface.name() + " "
                + condition.words();
        if (found.isEmpty()) {
            missing.add(surface.name() + " " + condition.words() + ": " + rows.reason(surface, condition));
        } else {
            tell(new Finding.Datum(name, found.get(), measure.unit()));
        }
        return found;
    }

    /** Adds a number. */
    void tell(Finding.Datum datum) {
        if (!told.contains(datum)) {
            told.add(datum);
        }
    }

    /** Says what else was not solved. */
    void miss(String what) {
        missing.add(what);
    }

    /** A claim about two surfaces, or one that nothing decides where a number is missing. */
    Claim compare(
            Surface a,
            Surface b,
            Condition condition,
            Measure measure,
            String relation,
            BiFunction<Estimate, Estimate, Estimate> margin) {
        String text = measure.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " of " + a.name() + " " + relation
                + " " + b.name();
        Optional<Estimate> first = ask(a, condition, measure);
        Optional<Estimate> second = ask(b, condition, measure);
        return first.isEmpty() || second.isEmpty()
                ? Claim.missing(text)
                : new Claim(text, margin.apply(first.get(), second.get()), measure.unit());
    }

    /** That the second of any two surfaces in this order has more. */
    Claim grows(List<Surface> surfaces, Condition condition, Measure measure) {
        surfaces.forEach(surface -> ask(surface, condition, measure));
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < surfaces.size(); i++) {
            for (int j = i + 1; j < surfaces.size(); j++) {
                claims.add(exceeds(surfaces.get(j), surfaces.get(i), condition, measure));
            }
        }
        return Claim.all(claims);
    }

    /** That the second of any two surfaces in this order has less. */
    Claim falls(List<Surface> surfaces, Condition condition, Measure measure) {
        surfaces.forEach(surface -> ask(surface, condition, measure));
        List<Surface> reversed = new ArrayList<>(surfaces);
        Collections.reverse(reversed);
        return grows(reversed, condition, measure);
    }

    /** That the first has more than the second. */
    Claim exceeds(Surface a, Surface b, Condition condition, Measure measure) {
        return compare(a, b, condition, measure, "above that of", Estimate::minus);
    }

    /** What is found, with this claim as the one that decides. */
    Finding finding(Claim decisive) {
        return new Finding(decisive, told, List.copyOf(missing));
    }
}
