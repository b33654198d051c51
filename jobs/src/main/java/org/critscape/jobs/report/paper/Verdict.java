package org.critscape.jobs.report.paper;

/** What is known of a claim. The order matters: the verdict on several claims together is the least. */
public enum Verdict {
    /** It is false beyond the numerical errors. */
    DOES_NOT_HOLD("does not hold"),
    /** The numerical errors leave it open, or a number that it needs is missing. */
    UNDECIDED("undecided"),
    /** It is true beyond the numerical errors. */
    HOLDS("holds");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As people read it. */
    public String words() {
        return words;
    }
}
