package org.critscape.solver.material;

/** How lithium moves along the electrolyte; across it the plated volume decides. */
public enum Wall {
    /** Not at all: plated lithium moves along the normal (Zhang et al. 2024). */
    STICK,
    /** Freely: the electrolyte exerts no shear on it. */
    FREE_SLIP
}
