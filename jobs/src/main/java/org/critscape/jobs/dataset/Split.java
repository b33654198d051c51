package org.critscape.jobs.dataset;

import java.util.Locale;

/** The parts of a data set. */
public enum Split {
    /** To learn from; the statistics are of these rows alone. */
    TRAIN,
    /** To choose a model by. */
    VALIDATION,
    /** To judge a model by, within the range it has seen. */
    TEST,
    /** To judge a model by beyond that: held-out ends of similarity groups, and a held-out family. */
    EXTRAPOLATION;

    /** Its name in files and columns. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String file() {
        return word() + ".parquet";
    }

    /** The same in single precision. */
    String singleFile() {
        return word() + "-float32.parquet";
    }
}
