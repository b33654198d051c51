package org.critscape.jobs.space;

/** The physical dimensions of the inputs, each with the SI unit in which the program holds it. */
public enum Dimension {
    NUMBER("a plain number", "1"),
    LENGTH("a length", "m"),
    TEMPERATURE("a temperature", "K"),
    PRESSURE("a pressure", "Pa"),
    TOUGHNESS("a fracture toughness", "Pa.m^0.5"),
    CONDUCTIVITY("a conductivity", "S/m"),
    AREA_RESISTANCE("an area resistance", "ohm.m^2"),
    CURRENT_DENSITY("a current density", "A/m^2"),
    MOLAR_ENERGY("a molar energy", "J/mol"),
    SURFACE_ENERGY("a surface energy", "J/m^2"),
    ANGLE("an angle", "rad"),
    MOLAR_VOLUME("a molar volume", "m^3/mol"),
    STRAIN_RATE("a strain rate", "1/s"),
    /** A_c^(−1/n): its physical unit follows the creep exponent of the same case. */
    CREEP_CONSTANT("a creep constant", "Pa.s^(1/n)");

    private final String description;
    private final String siUnit;

    Dimension(String description, String siUnit) {
        this.description = description;
        this.siUnit = siUnit;
    }

    /** The dimension in words with its article, "a length". */
    public String description() {
        return description;
    }

    /** The SI unit in the notation of configuration files, "ohm.m^2"; "1" for plain numbers. */
    public String siUnit() {
        return siUnit;
    }
}
