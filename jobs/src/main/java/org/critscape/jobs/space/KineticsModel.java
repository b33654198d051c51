package org.critscape.jobs.space;

/** How {@code interface.kinetics} lets current pass the interface. */
public enum KineticsModel {
    /** No interfacial resistance. */
    PRIMARY,
    /** Linearised Butler–Volmer. */
    LINEAR,
    /** Butler–Volmer. */
    BUTLER_VOLMER
}
