package org.critscape.solver.dendrite;

import static java.lang.StrictMath.pow;
import static org.critscape.solver.quantity.PhysicalConstants.REFERENCE_TEMPERATURE;

import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.quantity.Require;

/**
 * Growth of a lithium-filled flaw, K_I = K_IC, as a geometrical current density.
 *
 * <p>K_I = Y √(πa) (p_stack + K_t Δp + Δp_flow − p_γ), with Δp = σ1 Π I^(1/n) and Δp_flow = G (k I)^(1/n). Hence
 *
 * <pre>
 *   I^(1/n) = (p_c + p_γ − p_stack) / (G k^(1/n) + K_t σ1 Π),   p_c = K_IC / (Y √(πa)),   σ1 = (Ω / (F S C))^(1/n)
 * </pre>
 *
 * and the interface fails where I is least. On the plane k = 1 and Π = 0; E = I / I_flat obeys E^(−1/n) =
 * max (k^(1/n) + B K_t Π), B = σ1/G, over the interface.
 *
 * <table>
 * <caption>Symbols</caption>
 * <tr><td>I, k</td><td>geometrical current density [A/m²], local current ratio [1]</td></tr>
 * <tr><td>Π, σ1</td><td>pressure function [1], pressure per I^(1/n) [Pa (A/m²)^(−1/n)]</td></tr>
 * <tr><td>G</td><td>flow resistance of the flaw, see {@link SlotFlow} [Pa (A/m²)^(−1/n)]</td></tr>
 * <tr><td>p_γ</td><td>capillary pressure of the flaw, 0 unless asked for, see {@link GrowingSlot} [Pa]</td></tr>
 * <tr><td>K_t</td><td>notch factor, see {@link NotchFactor} [1]</td></tr>
 * <tr><td>K_IC, a, Y</td><td>toughness [Pa √m], flaw length [m], 1.12 [1]</td></tr>
 * <tr><td>p_stack, p_c</td><td>stack pressure, fracture pressure [Pa]</td></tr>
 * <tr><td>S, H</td><td>peak separation, peak height [m]</td></tr>
 * <tr><td>n, C, Ω, F</td><td>see {@link Lithium}</td></tr>
 * </table>
 *
 * <p>G follows from the flaw's width. Unless that is given G is calibrated: at 298.15 K and 7 MPa (the paper's stack
 * pressure) the flat interface of this electrolyte, lithium and flaw fails at the flaw's flat critical current. With
 * temperature G follows C^(−1/n), so B is constant.
 *
 * <p>Exact for linear kinetics, for rigid and for elastic flaws, see {@link GrowingSlot}; where k and Π depend on I,
 * callers find the I whose own k and Π give it back. Evaluated at the points given, with no interpolation between them. The
 * idea, pressure in a lithium-filled flaw against toughness, is that of Ning et al., Nature 2023, 618, 287,
 * doi:10.1038/s41586-023-05970-4, as the paper uses it; the equations are a reconstruction (<b>assumed</b>), and the
 * stack pressure acts in the lithium only: the compression it puts on the electrolyte is left out (<b>assumed</b>).
 */
public final class GrowthCriterion {
    /** Stack pressure of the reference state [Pa]. */
    public static final double REFERENCE_STACK_PRESSURE = 7e6;

    private final Lithium lithium;
    private final Flaw flaw;
    private final double peakHeight;
    private final GrowingSlot slot;
    /** p_c − p_stack + p_γ; not above 0 where the flaw grows at any current [Pa]. */
    private final double margin;
    /** G at this temperature [Pa (A/m²)^(−1/n)]. */
    private final double flowResistance;
    /** σ1 at this temperature [Pa (A/m²)^(−1/n)]. */
    private final double pressurePerCurrent;

    /**
     * @param temperature T, 200 to 450 [K]
     * @param stackPressure p_stack, 0 to 1e9 [Pa]
     * @param peakSeparation S, above 0 [m]
     * @param peakHeight H, 0 to 1 [m]
     * @throws InvalidInputException where a value is out of range, or where the flaw cannot be calibrated or is wider than
     *     long
     */
    public GrowthCriterion(
            Electrolyte electrolyte,
            Lithium lithium,
            Flaw flaw,
            double temperature,
            double stackPressure,
            double peakSeparation,
            double peakHeight) {
        Require.within("stack pressure", stackPressure, 0, 1e9, "Pa", "Maybe the unit is wrong: 1 MPa is 1e6 Pa.");
        Require.positive("peak separation", peakSeparation, "m", "Maybe a flat interface needs one all the same.");
        this.peakHeight =
                Require.within("peak height", peakHeight, 0, 1, "m", "Maybe the unit is wrong: 1 µm is 1e-6 m.");
        this.lithium = lithium;
        this.flaw = flaw;
        this.slot = GrowingSlot.of(electrolyte, lithium, flaw);
        this.margin = flaw.fracturePressure(electrolyte.fractureToughness()) - stackPressure + slot.capillaryPressure();
        this.flowResistance = slot.flowResistance()
                * (lithium.creepResistanceAt(temperature) / lithium.creepResistanceAt(REFERENCE_TEMPERATURE));
        this.pressurePerCurrent = lithium.flowStress(lithium.platingVelocityPerCurrent() / peakSeparation, temperature);
    }

    /**
     * The critical current of an interface sampled at some points.
     *
     * @param currentRatio k at each point [1]; 0 or less, which only discretisation error gives, counts as no plating
     * @param pressureFunction at each point Π, or T where the normal traction drives, see {@link Flaw#driving} [1]
     * @param curvature largest principal curvature toward the lithium protrusion at each point [1/m]
     * @throws IllegalStateException where the arrays differ in length or are empty, hold a value that is not finite, or
     *     describe an interface without current: a bug of the caller
     */
    public CriticalCurrent evaluate(double[] currentRatio, double[] pressureFunction, double[] curvature) {
        int count = currentRatio.length;
        if (count == 0 || pressureFunction.length != count || curvature.length != count) {
            throw new IllegalStateException("no points, or arrays of different length: " + count + ", "
                    + pressureFunction.length + ", " + curvature.length);
        }
        int site = 0;
        double load = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double here = loadAt(currentRatio[i], pressureFunction[i], curvature[i]);
            if (!Double.isFinite(currentRatio[i] + pressureFunction[i] + curvature[i] + here)) {
                throw new IllegalStateException("point " + i + " is not finite: k " + currentRatio[i] + ", Π "
                        + pressureFunction[i] + ", curvature " + curvature[i]);
            }
            if (here > load) {
                load = here;
                site = i;
            }
        }
        if (!(load > 0)) {
            throw new IllegalStateException("no point of the interface is loaded; the largest load is " + load);
        }
        if (margin <= 0) {
            return new CriticalCurrent(0, 0, 0, site);
        }
        double n = lithium.creepExponent();
        double flatRoot = margin / flowResistance;
        return new CriticalCurrent(pow(flatRoot / load, n), pow(flatRoot, n), pow(load, -n), site);
    }

    /**
     * The critical current of one point by itself, of which {@link #evaluate} finds the least [A/m²]; infinite where no
     * current grows a flaw. Arguments as there.
     */
    public double criticalCurrentAt(double currentRatio, double pressureFunction, double curvature) {
        double load = loadAt(currentRatio, pressureFunction, curvature);
        if (margin <= 0) {
            return 0;
        }
        return load > 0 ? pow(margin / flowResistance / load, lithium.creepExponent()) : Double.POSITIVE_INFINITY;
    }

    /** k^(1/n) + B K_t Π, the pressure in a flaw there by the pressure in a flaw of the plane at equal I [1]. */
    private double loadAt(double currentRatio, double pressureFunction, double curvature) {
        return pow(Math.max(currentRatio, 0), 1 / lithium.creepExponent())
                + pressureToFlow() * flaw.notch().factor(curvature, peakHeight) * pressureFunction;
    }

    /** B = σ1/G [1]. */
    public double pressureToFlow() {
        return pressurePerCurrent / flowResistance;
    }

    /**
     * Excess pressure Δp = σ1 Π I^(1/n) [Pa].
     *
     * @param pressureFunction Π [1]
     * @param geometricalCurrentDensity I, not negative [A/m²]
     */
    public double excessPressure(double pressureFunction, double geometricalCurrentDensity) {
        return pressurePerCurrent * pressureFunction * pow(geometricalCurrentDensity, 1 / lithium.creepExponent());
    }

    /**
     * Half opening b of the flaw when it grows, given or implied by the calibration [m]; openings far below 1 nm or above
     * the flaw's length make no sense.
     */
    public double halfOpening() {
        return slot.halfOpening();
    }

    /** Half opening b0 of the flaw without pressure: {@link #halfOpening} where the flaw is rigid [m]. */
    public double unloadedHalfOpening() {
        return slot.unloadedHalfOpening();
    }
}
