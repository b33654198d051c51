package org.critscape.jobs.table;

/** When a column has a value. */
public enum Presence {
    /** In every row. */
    ALWAYS("never"),
    /** Wherever the surface or the kinetics of the case has such an input. */
    APPLICABLE("the case has no such input"),
    /** Wherever the inputs describe a surface; a rejected map or rough surface may not. */
    MEASURED("the inputs describe no case"),
    /** Wherever the inputs describe a case; a rejected combination may not. */
    DESCRIBED("the inputs describe no case"),
    /** Where there are numbers, accurate or not. */
    NUMBERED("status is neither solved nor inaccurate"),
    /** Where there are numbers of the lithium. */
    GROWN("status is neither solved nor inaccurate, or lithium_model is none"),
    /** Wherever the inputs describe a case whose lithium is solved. */
    CREEPING("the inputs describe no case, or lithium_model is none"),
    /** Where the solver ran to an end, with or without converging. */
    ATTEMPTED("status is rejected or crashed"),
    /** Where the solver came as far as that number. */
    REACHED("the solve did not come that far"),
    /** Where the case is not solved. */
    FAILED("status is solved"),
    /** Where an atlas has a solve. */
    NODE_SOLVED("status is failed"),
    /** Where there is something to say. */
    OPTIONAL("there is none");

    private final String nullWhere;

    Presence(String nullWhere) {
        this.nullWhere = nullWhere;
    }

    /** In words, where the column is null; "never". */
    public String nullWhere() {
        return nullWhere;
    }
}
