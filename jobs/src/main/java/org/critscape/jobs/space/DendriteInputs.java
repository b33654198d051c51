package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Standard.assumed;
import static org.critscape.jobs.space.Standard.chosen;

import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.dendrite.Slot;

/** The inputs of the flaw that a dendrite starts from; {@link Parameter} puts them in order. */
final class DendriteInputs {
    static final Input FLAW_LENGTH = new Input(
            "dendrite.flaw-length",
            amount(Dimension.LENGTH, 1e-9, 1e-3),
            "Length of the lithium-filled flaw that a dendrite starts from.",
            assumed(1e-6, "About the median grain of the powder."));

    static final Input NOTCH = new Input(
            "dendrite.notch",
            Domain.Options.of(NotchFactor.class),
            "Concentration of the interface pressure at the root of a trough of the electrolyte: none, or after Inglis"
                    + " 1913.",
            chosen(0, "The growth criterion as rebuilt from Zhang et al. 2024 has none."));

    static final Input DRIVING = new Input(
            "dendrite.driving",
            Domain.Options.of(Driving.class),
            "What the flaw feels beyond the stack pressure: the excess pressure at the interface, or the normal traction with"
                    + " which the lithium bears on it.",
            chosen(0, "Zhang et al. 2024 speak of pressure."));

    static final Input FLAT_CRITICAL_CURRENT = new Input(
            "dendrite.flat-critical-current",
            amount(Dimension.CURRENT_DENSITY, 1e-3, 1e6),
            "Critical current density of the flat interface at 298.15 K and 7 MPa; calibrates the flaw. Instead of it"
                    + " dendrite.half-opening may be given.",
            assumed(10, "Calibration only: trends and enhancements mean more than absolute currents."));

    static final Input HALF_OPENING = new Input(
            "dendrite.half-opening",
            amount(Dimension.LENGTH, 1e-10, 1e-4),
            "Half of the flaw's width without pressure, instead of dendrite.flat-critical-current, which then is a result. The"
                    + " critical current rises with its power n + 2, the creep exponent n.",
            Standard.alternative(15e-9));

    static final Input OPENING = new Input(
            "dendrite.opening",
            Domain.Options.of(Slot.Opening.class),
            "Whether pressure widens the flaw, b = b0 + (pi/2) p a (1 - nu^2)/E. When it grows p is the fracture pressure, so a"
                    + " calibrated flaw grows at the same currents with either; with a given half opening it matters.",
            chosen(0, "The growth criterion as rebuilt from Zhang et al. 2024 has a rigid flaw."));

    static final Input SURFACE_ENERGY = new Input(
            "dendrite.surface-energy",
            amount(Dimension.SURFACE_ENERGY, 0, 2),
            "Surface energy of lithium, about 0.45 J/m^2: lithium that does not wet the electrolyte is held back from a flaw of"
                    + " half opening b by the pressure -energy cos(contact angle)/b; 0 leaves it out.",
            chosen(0, "The growth criterion as rebuilt from Zhang et al. 2024 has no capillarity."));

    static final Input CONTACT_ANGLE = new Input(
            "dendrite.contact-angle",
            amount(Dimension.ANGLE, 0, Math.PI),
            "Contact angle of lithium on the electrolyte, below 90 deg where it wets; for a surface energy above 0.",
            assumed(Math.PI, "Lithium does not wet at all: the largest effect that holds it back."));

    private DendriteInputs() {}
}
