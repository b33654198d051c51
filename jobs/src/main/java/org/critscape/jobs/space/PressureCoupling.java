package org.critscape.jobs.space;

/** Whether {@code interface.pressure-coupling} lets pressure act back on the current. */
public enum PressureCoupling {
    /** Pressure follows from the current and does not change it. */
    NONE,
    /** Current and pressure are solved in turns until they agree. */
    ITERATED
}
