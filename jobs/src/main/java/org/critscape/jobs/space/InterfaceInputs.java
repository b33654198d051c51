package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Standard.assumed;
import static org.critscape.jobs.space.Standard.chosen;
import static org.critscape.jobs.space.Standard.of;

import org.critscape.solver.material.MaterialProperty;

/** The inputs of the kinetics of the interface; {@link Parameter} puts them in order. */
final class InterfaceInputs {
    static final Input KINETICS = new Input(
            "interface.kinetics",
            Domain.Options.of(KineticsModel.class),
            "Without interfacial resistance, with one that is linear in the current, or with Butler-Volmer kinetics of that"
                    + " resistance at small currents.",
            chosen(1, "Linearised Butler-Volmer kinetics, as in Zhang et al. 2024."));

    static final Input RESISTANCE = new Input(
            "interface.resistance",
            amount(Dimension.AREA_RESISTANCE, 1e-8, 10),
            "Interfacial resistance at 298.15 K, at small currents where it depends on them; for all kinetics but primary.",
            of(MaterialProperty.INTERFACIAL_RESISTANCE));

    static final Input RESISTANCE_ACTIVATION_ENERGY = new Input(
            "interface.resistance-activation-energy",
            Input.activationEnergy(),
            "Arrhenius energy by which the interfacial resistance falls; for all kinetics but primary.",
            of(MaterialProperty.INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY));

    static final Input TRANSFER_COEFFICIENT = new Input(
            "interface.transfer-coefficient",
            amount(Dimension.NUMBER, 0.1, 0.9),
            "alpha in: i = i0 [exp((1 - alpha) F phi/(R T)) - exp(-alpha F phi/(R T))], plating counted positive,"
                    + " i0 = R T/(F resistance); for Butler-Volmer kinetics.",
            assumed(0.5, "Symmetric; no source for these interfaces."));

    static final Input PRESSURE_COUPLING = new Input(
            "interface.pressure-coupling",
            Domain.Options.of(PressureCoupling.class),
            "Whether lithium under pressure plates less readily: i = (phi - V p/F)/(resistance exp(beta V p/(R T))) with"
                    + " linear kinetics, V molar volume, p excess pressure; Butler-Volmer kinetics likewise.",
            chosen(0, "Zhang et al. 2024 found it to change the current by less than 1 %, and left it out."));

    static final Input ACTIVATION_VOLUME = new Input(
            "interface.activation-volume",
            amount(Dimension.NUMBER, 0, 1),
            "beta: activation volume of the exchange current by the molar volume of lithium; for pressure coupling.",
            assumed(0.5, "Half way between lithium and electrolyte; no source for these interfaces."));

    private InterfaceInputs() {}
}
