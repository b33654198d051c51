package org.critscape.jobs.sweep;

import java.util.Locale;

/** How a sweep ends. */
public enum SweepEnd {
    /** All cases are committed. */
    COMPLETE,
    /** Its time was up. */
    TIME,
    /** It was told to end, by a key or a signal. */
    INTERRUPTED,
    /** Too many cases were not solved. */
    FAILURE_LIMIT,
    /** A case met a bug or ran out of memory outside the solver. */
    BUG,
    /** The engine was lost, or another sweep took the folder over. */
    LOST;

    /** The word in the manifest. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
