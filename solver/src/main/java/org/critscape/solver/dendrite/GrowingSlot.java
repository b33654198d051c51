package org.critscape.solver.dendrite;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static java.lang.StrictMath.pow;
import static org.critscape.solver.dendrite.GrowthCriterion.REFERENCE_STACK_PRESSURE;
import static org.critscape.solver.quantity.PhysicalConstants.REFERENCE_TEMPERATURE;

import java.util.Locale;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * A flaw at the moment it grows.
 *
 * <p>Wherever and at whatever current, temperature and stack pressure that is, the pressure that opens the flaw then is
 * p_c, K_I = Y √(πa) p_c = K_IC, and so its half opening is
 *
 * <pre>
 *   b = b0 + (π/2) p_c a (1 − ν²)/E      elastic;   b = b0   rigid
 * </pre>
 *
 * Below, the flaw is narrower and its pressure at a given current the larger, but the current at which the pressure
 * reaches p_c is unique: with p the opening pressure, I^(1/n) = (p + p_γ − p_stack)/(G(b(p)) k^(1/n) + K_t σ1 Π) rises with
 * p as long as the denominator is positive, and where it is not the flaw never grows. The elastic opening therefore
 * leaves the closed form of {@link GrowthCriterion} as it is, with G = G(b): no root is left to find for it.
 *
 * <p>Capillarity: to advance by da, lithium must fill 2b da and cover two faces that the electrolyte showed to the void,
 * 2(γ_SL − γ_SV) da = −2γ cos θ da (Young). The pressure to do so is p_γ = −γ cos θ/b, positive where lithium does not wet
 * (Washburn, Proc. Natl. Acad. Sci. 1921, 7, 115, doi:10.1073/pnas.7.4.115), and it is taken off the pressure in the flaw:
 * p_stack + K_t Δp + Δp_flow − p_γ = p_c. <b>Assumed</b>: strictly the front of the lithium and the root of the crack have a
 * condition each, and the pressure of lithium that fills the flaw already opens it undiminished; one condition for both
 * overstates the effect. In an elastic flaw p_γ falls as it opens; the current above stays the largest of all p up to p_c
 * where p_γ(b0) − p_γ(b) ≤ p_c, that is b0 b ≥ −γ cos θ (b − b0)/p_c, since p + p_γ is convex in p. Others are refused.
 *
 * <p>A calibrated flaw has G(b) i^(1/n) = p_c − 7 MPa + p_γ(b) at its flat critical current i and 298.15 K. Without
 * capillarity that gives G, and b only names it. With it, b is a root, the only one, for G falls faster than 1/b.
 *
 * @param unloadedHalfOpening b0 [m]
 * @param halfOpening b [m]
 * @param flowResistance G(b) at 298.15 K [Pa (A/m²)^(−1/n)]
 * @param capillaryPressure p_γ [Pa]
 */
record GrowingSlot(double unloadedHalfOpening, double halfOpening, double flowResistance, double capillaryPressure) {
    private static final double ROOT_TOLERANCE = 1e-14;
    /** Below this half opening surface energy means nothing [m]. */
    private static final double ATOM = 1e-10;

    private static final int ROOT_EVALUATIONS = 200;

    /**
     * The slot of a flaw.
     *
     * @throws InvalidInputException where 7 MPa alone grow a flaw that is to be calibrated, where pressure alone opens it
     *     further than the calibration says it is, where it is wider than long, or where capillarity holds it shut
     */
    static GrowingSlot of(Electrolyte electrolyte, Lithium lithium, Flaw flaw) {
        GrowingSlot growing = solve(electrolyte, lithium, flaw);
        double tension = flaw.slot().capillaryTension();
        double widening = widening(electrolyte, flaw);
        double product = Math.max(0, tension) * widening / flaw.fracturePressure(electrolyte.fractureToughness());
        double least = Math.max(ATOM, 0.5 * (StrictMath.sqrt(widening * widening + 4 * product) - widening));
        if (tension != 0 && !(growing.unloadedHalfOpening >= least)) {
            throw new InvalidInputException(
                    "half opening of the flaw without pressure",
                    String.format(
                            Locale.ROOT,
                            "%.3g m (by dendrite.half-opening or dendrite.flat-critical-current)",
                            growing.unloadedHalfOpening),
                    String.format(
                            Locale.ROOT,
                            "at least %.3g m with dendrite.surface-energy %s J/m², which holds narrower flaws shut",
                            least,
                            flaw.slot().surfaceEnergy()),
                    "Maybe lower the surface energy, or raise the flat critical current.");
        }
        return growing;
    }

    private static GrowingSlot solve(Electrolyte electrolyte, Lithium lithium, Flaw flaw) {
        double widening = widening(electrolyte, flaw);
        Slot slot = flaw.slot();
        if (slot.width() instanceof Slot.Given given) {
            double b = given.halfOpening() + widening;
            requireSlender(flaw, given.halfOpening(), b);
            double G = SlotFlow.resistance(lithium, REFERENCE_TEMPERATURE, flaw.length(), b);
            return new GrowingSlot(given.halfOpening(), b, G, slot.capillaryTension() / b);
        } else if (slot.width() instanceof Slot.Calibrated calibrated) {
            return calibrate(electrolyte, lithium, flaw, calibrated.flatCriticalCurrent(), widening);
        }
        throw new IllegalStateException("no width in " + slot);
    }

    /** By how much p_c widens the flaw's half [m]. */
    private static double widening(Electrolyte electrolyte, Flaw flaw) {
        if (flaw.slot().opening() == Slot.Opening.RIGID) {
            return 0;
        }
        double nu = electrolyte.poissonRatio();
        double pressure = flaw.fracturePressure(electrolyte.fractureToughness());
        return PI / 2 * pressure * flaw.length() * (1 - nu * nu) / electrolyte.youngsModulus();
    }

    private static void requireSlender(Flaw flaw, double unloaded, double halfOpening) {
        if (!(halfOpening < flaw.length())) {
            throw new InvalidInputException(
                    "half opening",
                    String.format(
                            Locale.ROOT,
                            "%s m (dendrite.half-opening), %.3g m when the flaw grows (dendrite.opening = %s)",
                            unloaded,
                            halfOpening,
                            flaw.slot().opening().name().toLowerCase(Locale.ROOT)),
                    "below the length of the flaw, " + flaw.length() + " m (dendrite.flaw-length)",
                    "Maybe one of them is in the wrong unit.");
        }
    }

    private static GrowingSlot calibrate(
            Electrolyte electrolyte, Lithium lithium, Flaw flaw, double flatCriticalCurrent, double widening) {
        double margin = calibrationMargin(electrolyte, flaw);
        double root = pow(flatCriticalCurrent, 1 / lithium.creepExponent());
        double tension = flaw.slot().capillaryTension();
        double G = margin / root;
        double b = SlotFlow.halfOpening(lithium, REFERENCE_TEMPERATURE, flaw.length(), G);
        if (tension != 0) {
            b = withCapillarity(lithium, flaw, root, margin, b);
            G = SlotFlow.resistance(lithium, REFERENCE_TEMPERATURE, flaw.length(), b);
        }
        if (!(b > widening)) {
            double resistance = SlotFlow.resistance(lithium, REFERENCE_TEMPERATURE, flaw.length(), widening);
            double least = pow((margin + tension / widening) / resistance, lithium.creepExponent());
            throw new InvalidInputException(
                    "flat critical current",
                    flatCriticalCurrent + " A/m² (dendrite.flat-critical-current)",
                    String.format(
                            Locale.ROOT,
                            "above %.3g A/m² with dendrite.opening = elastic, dendrite.flaw-length %s m and"
                                    + " electrolyte.youngs-modulus %s Pa, because the fracture pressure alone opens the flaw"
                                    + " that far",
                            least,
                            flaw.length(),
                            electrolyte.youngsModulus()),
                    "Maybe the flaw is shorter, or dendrite.half-opening is known.");
        }
        return new GrowingSlot(b - widening, b, G, tension / b);
    }

    /** p_c − 7 MPa, where it is above 0. */
    private static double calibrationMargin(Electrolyte electrolyte, Flaw flaw) {
        double toughness = electrolyte.fractureToughness();
        double fracturePressure = flaw.fracturePressure(toughness);
        if (fracturePressure <= REFERENCE_STACK_PRESSURE) {
            throw new InvalidInputException(
                    "flaw length",
                    flaw.length() + " m (dendrite.flaw-length)",
                    String.format(
                            Locale.ROOT,
                            "below %.3g m with a fracture toughness of %s Pa √m (electrolyte.fracture-toughness),"
                                    + " because a longer flaw grows under the 7 MPa of the reference state without any"
                                    + " current",
                            Flaw.lengthAt(REFERENCE_STACK_PRESSURE, toughness),
                            toughness),
                    "Maybe the flaw is shorter, or the fracture toughness is in the wrong unit.");
        }
        return fracturePressure - REFERENCE_STACK_PRESSURE;
    }

    /** b with G(b) i^(1/n) = margin + p_γ(b), between the b without capillarity and one found by steps of e. */
    private static double withCapillarity(
            Lithium lithium, Flaw flaw, double rootOfCurrent, double margin, double withoutCapillarity) {
        double tension = flaw.slot().capillaryTension();
        UnivariateFunction excess =
                x -> (SlotFlow.resistance(lithium, REFERENCE_TEMPERATURE, flaw.length(), exp(x)) * rootOfCurrent
                                        - tension / exp(x))
                                / margin
                        - 1;
        double start = log(withoutCapillarity);
        double step = tension > 0 ? -1 : 1;
        double end = start + step;
        while (excess.value(end) * step > 0) {
            end += step;
        }
        return exp(new BrentSolver(ROOT_TOLERANCE, ROOT_TOLERANCE)
                .solve(ROOT_EVALUATIONS, excess, Math.min(start, end), Math.max(start, end)));
    }
}
