package org.critscape.solver.dendrite;

/** Concentration of the interface pressure at the root of a trough of the electrolyte, K_t [1]. */
public enum NotchFactor {
    /** K_t = 1. */
    NONE,
    /** K_t = 1 + 2 √(H/ρ), ρ the radius of curvature at the site (Inglis 1913). */
    INGLIS
}
