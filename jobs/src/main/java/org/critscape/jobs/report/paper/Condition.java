package org.critscape.jobs.report.paper;

/** How a surface is solved. */
public enum Condition {
    /** Current distribution alone, without interfacial resistance. */
    WITHOUT_KINETICS("without kinetics"),
    /** With the kinetics of the closure, creep and dendrites. */
    WITH_KINETICS("with kinetics"),
    /** The same with the pressure acting back on the current. */
    COUPLED("with pressure coupling");

    private final String words;

    Condition(String words) {
        this.words = words;
    }

    /** As messages say it. */
    String words() {
        return words;
    }
}
