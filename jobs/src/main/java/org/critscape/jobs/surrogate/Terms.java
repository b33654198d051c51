package org.critscape.jobs.surrogate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The terms of a polynomial surrogate: products of Legendre polynomials of the inputs that vary, each scaled from the range
 * of the training rows to −1…1, up to a total degree. Each kind of case has such products up to one degree less for itself
 * alone, where there are several; a kind that was not seen has none of them. A number that a case does not have counts as the
 * middle of its range.
 *
 * @param ranges of the inputs that vary
 * @param kinds that were seen, where there are several
 * @param terms in the order of their names
 */
record Terms(List<Range> ranges, List<String> kinds, List<Term> terms) {
    /** Copies the lists. */
    Terms {
        ranges = List.copyOf(ranges);
        kinds = List.copyOf(kinds);
        terms = List.copyOf(terms);
    }

    /**
     * What −1 and 1 stand for.
     *
     * @param low least bent value of the training rows [1]
     * @param high the largest [1]
     */
    record Range(SurrogateInput input, double low, double high) {
        double scaled(LearningCase row) {
            double value = row.bent(input);
            return Double.isNaN(value) ? 0 : 2 * (value - low) / (high - low) - 1;
        }
    }

    /**
     * One product.
     *
     * @param name sorted as the terms are
     * @param kind whose cases alone have it; empty for all cases
     * @param degrees of the Legendre polynomials, one for each range
     */
    record Term(String name, Optional<String> kind, List<Integer> degrees) {}

    /**
     * The terms up to a degree.
     *
     * @param training rows, at least one
     * @param degree 1 or more
     */
    static Terms of(List<LearningCase> training, int degree) {
        List<Range> ranges = new ArrayList<>();
        for (SurrogateInput input : SurrogateInput.values()) {
            double[] values = training.stream()
                    .mapToDouble(row -> row.bent(input))
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            // Of a constant only the last digits differ.
            if (values.length > 0 && values[values.length - 1] - values[0] > 1e-9 * StrictMath.abs(values[0])) {
                ranges.add(new Range(input, values[0], values[values.length - 1]));
            }
        }
        List<String> kinds = List.copyOf(
                new TreeSet<>(training.stream().map(LearningCase::kind).toList()));
        List<List<Integer>> products = new ArrayList<>();
        collect(products, new ArrayList<>(), ranges.size(), degree);
        List<Term> terms = new ArrayList<>();
        for (List<Integer> degrees : products) {
            if (total(degrees) > 0) {
                terms.add(new Term(name(terms), Optional.empty(), degrees));
            }
        }
        if (kinds.size() > 1) {
            for (String kind : kinds) {
                for (List<Integer> degrees : products) {
                    if (total(degrees) < degree) {
                        terms.add(new Term(name(terms), Optional.of(kind), degrees));
                    }
                }
            }
        }
        return new Terms(ranges, kinds.size() > 1 ? kinds : List.of(), terms);
    }

    /** Tribuo sorts by name; so sorted, column i of the model is term i. */
    private static String name(List<Term> before) {
        return "term%06d".formatted(before.size());
    }

    private static int total(List<Integer> degrees) {
        return degrees.stream().mapToInt(Integer::intValue).sum();
    }

    private static void collect(List<List<Integer>> products, List<Integer> begun, int inputs, int left) {
        if (begun.size() == inputs) {
            products.add(List.copyOf(begun));
            return;
        }
        for (int degree = 0; degree <= left; degree++) {
            begun.add(degree);
            collect(products, begun, inputs, left - degree);
            begun.remove(begun.size() - 1);
        }
    }

    /** Names of the terms, in their order. */
    String[] names() {
        return terms.stream().map(Term::name).toArray(String[]::new);
    }

    /** Values of the terms of a case, in their order [1]. */
    double[] values(LearningCase row) {
        int highest = terms.stream()
                .flatMap(term -> term.degrees().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        double[][] legendre = new double[ranges.size()][];
        for (int i = 0; i < legendre.length; i++) {
            legendre[i] = legendre(ranges.get(i).scaled(row), highest);
        }
        double[] values = new double[terms.size()];
        for (int t = 0; t < values.length; t++) {
            Term term = terms.get(t);
            if (term.kind().isEmpty() || term.kind().get().equals(row.kind())) {
                values[t] = 1;
                for (int i = 0; i < legendre.length; i++) {
                    values[t] *= legendre[i][term.degrees().get(i)];
                }
            }
        }
        return values;
    }

    /** P0 … Pm at x, by Bonnet's recursion. */
    private static double[] legendre(double x, int highest) {
        double[] values = new double[Math.max(highest, 1) + 1];
        values[0] = 1;
        values[1] = x;
        for (int k = 1; k < values.length - 1; k++) {
            values[k + 1] = ((2 * k + 1) * x * values[k] - k * values[k - 1]) / (k + 1);
        }
        return values;
    }
}
