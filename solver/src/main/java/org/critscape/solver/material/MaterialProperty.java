package org.critscape.solver.material;

/** The properties a {@link MaterialPreset} gives. */
public enum MaterialProperty {
    /** Ionic conductivity at 298.15 K. */
    CONDUCTIVITY("S/m"),
    /** Activation energy of the ionic conductivity. */
    CONDUCTIVITY_ACTIVATION_ENERGY("J/mol"),
    /** Electrolyte thickness. */
    THICKNESS("m"),
    /** Young's modulus of the electrolyte. */
    YOUNGS_MODULUS("Pa"),
    /** Poisson ratio of the electrolyte. */
    POISSON_RATIO(""),
    /** Fracture toughness of the electrolyte. */
    FRACTURE_TOUGHNESS("Pa √m"),
    /** Interfacial resistance at 298.15 K. */
    INTERFACIAL_RESISTANCE("Ω m²"),
    /** Activation energy of the interfacial resistance. */
    INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY("J/mol"),
    /** Molar volume of lithium. */
    MOLAR_VOLUME("m³/mol"),
    /** Creep exponent of lithium. */
    CREEP_EXPONENT(""),
    /** Creep constant A_c^(−1/n) of lithium. */
    CREEP_CONSTANT("Pa s^(1/n)"),
    /** Activation energy of lithium creep. */
    CREEP_ACTIVATION_ENERGY("J/mol");

    private final String unit;

    MaterialProperty(String unit) {
        this.unit = unit;
    }

    /** SI unit; empty where there is none. */
    public String unit() {
        return unit;
    }
}
