package org.critscape.solver.material;

/** What is solved of the lithium. */
public enum LithiumModel {
    /** Its power-law creep, and with it pressure and the growth of dendrites. */
    POWER_LAW,
    /** Nothing: the current distribution alone. */
    NONE
}
