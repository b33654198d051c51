package org.critscape.solver.dendrite;

/**
 * Concentration of the interface pressure at the root of a trough of the electrolyte, K_t [1]: the flaw's mouth feels
 * p_stack + K_t Δp.
 */
public enum NotchFactor {
    /** K_t = 1: the flaw feels the interface pressure as it is (physics of the paper as reconstructed). */
    NONE,
    /**
     * K_t = 1 + 2 √(H/ρ) at a trough, 1 elsewhere; H depth of the trough [m], ρ its radius of curvature [m].
     *
     * <p>Inglis, Trans. Inst. Naval Archit. 1913, 55, 219, for an elliptic hole under tension. <b>Assumed</b> to carry
     * over to a pressure that varies along the contour; the paper has no such factor.
     */
    INGLIS;

    /**
     * K_t at a point of the interface [1].
     *
     * @param curvature largest principal curvature toward the lithium protrusion, 1/ρ; above 0 only at a trough of the
     *     electrolyte [1/m]
     * @param peakHeight H, peak to trough [m]
     */
    public double factor(double curvature, double peakHeight) {
        return this == INGLIS && curvature > 0 ? 1 + 2 * StrictMath.sqrt(peakHeight * curvature) : 1;
    }
}
