package org.critscape.jobs.dataset;

import java.util.Locale;

/**
 * A column of a data set.
 *
 * @param name as written
 * @param role what it is for
 * @param type of its values
 * @param unit SI unit, "1" for plain numbers, empty for words and counts
 * @param description what it holds
 * @param expression of the columns of the case table, in SQL
 */
record DatasetColumn(String name, Role role, Type type, String unit, String description, String expression) {
    /** What a column is for. */
    enum Role {
        /** Which case it is, and which solve. */
        IDENTITY,
        /** An input as it was given, in SI. */
        FEATURE,
        /** An input that is a word. */
        CATEGORY,
        /** A plain number that the inputs give, by the similarity of the equations the better feature. */
        DIMENSIONLESS,
        /** What is to be learned. */
        TARGET,
        /** Estimated relative error of a target. */
        ERROR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What its values are. */
    enum Type {
        STRING("string", "sc:Text"),
        LONG("bigint", "sc:Integer"),
        DOUBLE("double", "sc:Float");

        private final String sql;
        private final String croissant;

        Type(String sql, String croissant) {
            this.sql = sql;
            this.croissant = croissant;
        }

        /** In SQL and Spark. */
        String sql() {
            return sql;
        }

        /** In the vocabulary of Croissant. */
        String croissant() {
            return croissant;
        }
    }

    /** Whether the training split has statistics of it. */
    boolean isMeasured() {
        return type == Type.DOUBLE && role != Role.IDENTITY;
    }
}
