package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Standard.chosen;
import static org.critscape.jobs.space.Standard.of;

import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.material.MaterialProperty;
import org.critscape.solver.material.Wall;

/** The inputs of lithium and its creep; {@link Parameter} puts them in order. */
final class LithiumInputs {
    static final Input MODEL = new Input(
            "lithium.model",
            Domain.Options.of(LithiumModel.class),
            "Power-law creep, on which pressure and dendrites depend; with none the current distribution alone is solved, in"
                    + " milliseconds, and what depends on lithium stays empty.",
            chosen(0, "Critical currents need the lithium's pressure."));

    static final Input MOLAR_VOLUME = new Input(
            "lithium.molar-volume",
            amount(Dimension.MOLAR_VOLUME, 1e-6, 1e-4),
            "Molar volume of lithium.",
            of(MaterialProperty.MOLAR_VOLUME));

    static final Input CREEP_EXPONENT = new Input(
            "lithium.creep-exponent",
            amount(Dimension.NUMBER, 1, 8),
            "n in: strain rate = A_c stress^n exp(-Q_c/(R T)).",
            of(MaterialProperty.CREEP_EXPONENT));

    static final Input CREEP_CONSTANT = new Input(
            "lithium.creep-constant",
            amount(Dimension.CREEP_CONSTANT, 1, 1e20),
            "A_c^(-1/n); n is the creep exponent of the same case.",
            of(MaterialProperty.CREEP_CONSTANT));

    static final Input CREEP_ACTIVATION_ENERGY = new Input(
            "lithium.creep-activation-energy",
            Input.activationEnergy(),
            "Q_c.",
            of(MaterialProperty.CREEP_ACTIVATION_ENERGY));

    static final Input WALL = new Input(
            "lithium.wall",
            Domain.Options.of(Wall.class),
            "Whether lithium sticks to the electrolyte or slips along it without friction; across it the plated volume"
                    + " decides.",
            chosen(0, "Zhang et al. 2024 let plated lithium move along the normal."));

    static final Input TRANSITION_RATE = new Input(
            "lithium.transition-rate",
            amount(Dimension.STRAIN_RATE, 0, 0.01),
            "Strain rate below which linear, diffusional creep outruns the power law: its rate is added, and both are equal"
                    + " there. 0 leaves it out. It acts at the temperature of the case, and not in the flaw, where rates are"
                    + " far larger.",
            chosen(0, "The creep law of Zhang et al. 2024 is a power law; nobody measured the transition of lithium."));

    private LithiumInputs() {}
}
