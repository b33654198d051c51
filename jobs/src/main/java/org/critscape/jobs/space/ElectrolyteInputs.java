package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Standard.chosen;
import static org.critscape.jobs.space.Standard.of;

import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.MaterialProperty;

/** The inputs of the material and the electrolyte; {@link Parameter} puts them in order. */
final class ElectrolyteInputs {
    static final Input MATERIAL = new Input(
            "material",
            Domain.Options.of(MaterialPreset.class),
            "Preset that gives every value below whose default is \"of the material\"; keys given win over it.",
            chosen(0, "The electrolyte of Zhang et al. 2024."));

    static final Input CONDUCTIVITY = new Input(
            "electrolyte.conductivity",
            amount(Dimension.CONDUCTIVITY, 1e-6, 100),
            "Ionic conductivity at 298.15 K.",
            of(MaterialProperty.CONDUCTIVITY));

    static final Input CONDUCTIVITY_ACTIVATION_ENERGY = new Input(
            "electrolyte.conductivity-activation-energy",
            Input.activationEnergy(),
            "Arrhenius energy of the conductivity.",
            of(MaterialProperty.CONDUCTIVITY_ACTIVATION_ENERGY));

    static final Input THICKNESS = new Input(
            "electrolyte.thickness",
            amount(Dimension.LENGTH, 1e-6, 0.1),
            "From the interface to the flat plane where the current is uniform.",
            of(MaterialProperty.THICKNESS));

    static final Input YOUNGS_MODULUS = new Input(
            "electrolyte.youngs-modulus",
            amount(Dimension.PRESSURE, 1e8, 1e12),
            "Young's modulus.",
            of(MaterialProperty.YOUNGS_MODULUS));

    static final Input POISSON_RATIO = new Input(
            "electrolyte.poisson-ratio",
            amount(Dimension.NUMBER, 0, 0.5),
            "Poisson ratio.",
            of(MaterialProperty.POISSON_RATIO));

    static final Input FRACTURE_TOUGHNESS = new Input(
            "electrolyte.fracture-toughness",
            amount(Dimension.TOUGHNESS, 1e4, 1e8),
            "Critical stress intensity in mode I.",
            of(MaterialProperty.FRACTURE_TOUGHNESS));

    private ElectrolyteInputs() {}
}
