package org.critscape.solver.dendrite;

import static java.lang.StrictMath.pow;

import org.critscape.solver.material.Lithium;

/**
 * Lithium that plates on both flanks of a flaw and creeps out to its mouth: Δp_flow = G i^(1/n).
 *
 * <p>Slot 0 ≤ x ≤ a, |y| ≤ b, b ≪ a, mouth at x = 0, root at x = a. Lubrication: σ_xy = −y |dp/dx|, so that
 * the shear rate is 3^((n+1)/2) C σ_xyⁿ (von Mises) and the outflow per depth
 *
 * <pre>
 *   q = 2 · 3^((n+1)/2) C |dp/dx|ⁿ b^(n+2) / (n+2)
 * </pre>
 *
 * Boundary conditions: no slip at y = ±b; p = 0 (excess) at the mouth; no flow through the root. Both flanks plate at
 * Ω i/F, so q = 2 (Ω i/F)(a − x) fades to 0 at the root. Integrated over the length this gives the pressure <em>at the
 * root</em>,
 *
 * <pre>
 *   G = n/(n+1) · [ (n+2) / (2 · 3^((n+1)/2) C) · 2Ω/F ]^(1/n) · b^(−(n+2)/n) a^(1+1/n)
 * </pre>
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>a, b</td><td>length and half opening of the flaw [m]</td></tr>
 * <tr><td>n, C</td><td>creep exponent [1] and coefficient [Pa⁻ⁿ s⁻¹]</td></tr>
 * <tr><td>Ω, F</td><td>molar volume [m³/mol], Faraday constant [C/mol]</td></tr>
 * <tr><td>i</td><td>current density on the flanks, uniform [A/m²]</td></tr>
 * <tr><td>G</td><td>flow resistance [Pa (A/m²)^(−1/n)]: (s/(A/m²) · 1/s)^(1/n) times Pa</td></tr>
 * </table>
 *
 * <p>Validity: steady, b ≪ a and the same all along. K_I = Y √(πa) p holds for a uniform p; here the mean is (n+1)/(2n+1) of the
 * pressure at the root, 0.54 at n = 6.6, and the uniform pressure of equal K_I lies between the two, so that taking the
 * root's bounds K_I from above. A calibrated G hides the difference: {@link #halfOpening} would change by 40 % at most.
 *
 * <p><b>Assumed</b>: a reconstruction; the relation of Ning et al., Nature 2023, 618, 287, is not available.
 */
final class SlotFlow {
    private SlotFlow() {}

    /** G of a flaw of a given length and half opening [m] at a temperature [K]; [Pa (A/m²)^(−1/n)]. */
    static double resistance(Lithium lithium, double temperature, double length, double halfOpening) {
        double n = lithium.creepExponent();
        double a = length;
        double b = halfOpening;
        // Collected so that the creep law sees a rate per current: its n-th root neither over- nor underflows.
        double rate = (n + 2) / pow(3, (n + 1) / 2) * lithium.platingVelocityPerCurrent() * a / (b * b);
        return n / (n + 1) * (a / b) * lithium.flowStress(rate, temperature);
    }

    /** Half opening at which a flaw of a given length [m] has the resistance G at a temperature [K]; [m]. */
    static double halfOpening(Lithium lithium, double temperature, double length, double resistance) {
        double n = lithium.creepExponent();
        return length * pow(resistance(lithium, temperature, length, length) / resistance, n / (n + 2));
    }
}
