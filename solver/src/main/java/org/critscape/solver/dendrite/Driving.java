package org.critscape.solver.dendrite;

/** What of the stress at the interface the lithium in a flaw feels beyond the stack pressure. */
public enum Driving {
    /** The excess pressure Δp = σ0 Π, which the paper uses as reconstructed. */
    PRESSURE,
    /**
     * The normal traction −n̂·σ·n̂ − p_stack = σ0 T, with which the lithium bears on the electrolyte. It is the pressure
     * less the viscous stress, and at small heights of an evenly plated interface nothing is left of it.
     */
    NORMAL_TRACTION
}
