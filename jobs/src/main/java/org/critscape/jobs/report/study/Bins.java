package org.critscape.jobs.report.study;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.critscape.jobs.table.Amounts;

/**
 * A variable cut into parts: its words, its levels where they are few, else equal steps, of its logarithm where it spans
 * much.
 *
 * @param variable what is cut
 * @param count number of parts
 */
record Bins(Variable variable, int count) {
    /**
     * @param most parts of an input whose levels are more than that
     */
    static Bins of(Variable variable, int most) {
        int own =
                variable.isWords() ? variable.words().size() : variable.levels().size();
        return new Bins(variable, own > 0 && (own <= most || variable.isWords()) ? own : most);
    }

    /** Whether a part is one word or one level. */
    boolean isExact() {
        return variable.isWords() || variable.levels().size() == count;
    }

    /** The part in which a row is, from 0; null where the column is. */
    Column index() {
        Column value = col(variable.column());
        if (isExact()) {
            Object[] parts = variable.isWords()
                    ? variable.words().toArray()
                    : variable.levels().toArray();
            return array_position(typedArray(parts), value).minus(1).cast("int");
        }
        Column place = variable.isLogarithmic() ? log10(value) : value;
        double low = place(variable.low());
        double steps = count / (place(variable.high()) - low);
        return least(lit(count - 1), floor(place.minus(low).multiply(steps)).cast("int"));
    }

    private static Column typedArray(Object[] parts) {
        return org.apache.spark.sql.functions.array(
                IntStream.range(0, parts.length).mapToObj(i -> lit(parts[i])).toArray(Column[]::new));
    }

    private double place(double value) {
        return variable.isLogarithmic() ? StrictMath.log10(value) : value;
    }

    /** Where a part begins [SI]; that after the last is the end. */
    double edge(int part) {
        double place = place(variable.low()) + part * (place(variable.high()) - place(variable.low())) / count;
        return variable.isLogarithmic() ? StrictMath.pow(10, place) : place;
    }

    /** The middle of a part [SI]. */
    double middle(int part) {
        if (isExact()) {
            return variable.levels().get(part);
        }
        return variable.isLogarithmic()
                ? StrictMath.sqrt(edge(part) * edge(part + 1))
                : (edge(part) + edge(part + 1)) / 2;
    }

    /** The parts in words, in the unit of the variable. */
    List<String> labels() {
        return IntStream.range(0, count).mapToObj(this::label).toList();
    }

    private String label(int part) {
        if (variable.isWords()) {
            return variable.words().get(part).replace('-', ' ');
        }
        return isExact() ? number(variable.levels().get(part)) : number(edge(part)) + "–" + number(edge(part + 1));
    }

    private String number(double value) {
        double shown = value * variable.scale().factor();
        return isExact() ? Amounts.number(shown) : Amounts.number(Numbers.rounded(shown, 3));
    }
}
