package org.critscape.jobs.report.study;

/** What is asked of the cases of a study. */
enum Result {
    /** The gain over the flat interface, where lithium is solved. */
    ENHANCEMENT("enhancement", "critical_current_error", "enhancement over flat", "enhancement", true),
    /** Where the current distribution alone is solved: the smaller, the more even. */
    CURRENT_RATIO(
            "current_ratio_max", "current_ratio_error", "largest current by the mean", "largest current ratio", false);

    private final String column;
    private final String errorColumn;
    private final String title;
    private final String word;
    private final boolean largestIsBest;

    Result(String column, String errorColumn, String title, String word, boolean largestIsBest) {
        this.column = column;
        this.errorColumn = errorColumn;
        this.title = title;
        this.word = word;
        this.largestIsBest = largestIsBest;
    }

    /** Of the case table; a plain number. */
    String column() {
        return column;
    }

    /** Of its estimated relative error. */
    String errorColumn() {
        return errorColumn;
    }

    /** Of axes. */
    String title() {
        return title;
    }

    /** In a sentence. */
    String word() {
        return word;
    }

    boolean isLargestBest() {
        return largestIsBest;
    }

    /** In SQL, what is largest for the best case. */
    String merit() {
        return largestIsBest ? column : "-" + column;
    }
}
