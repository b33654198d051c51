package org.critscape.solver.quantity;

/** Constants fixed by the 2019 revision of the SI (26th CGPM, 2018, resolution 1), exact, and the reference state. */
public final class PhysicalConstants {
    /** Avogadro constant [1/mol]. */
    public static final double AVOGADRO = 6.02214076e23;
    /** Boltzmann constant [J/K]. */
    public static final double BOLTZMANN = 1.380649e-23;
    /** Elementary charge [C]. */
    public static final double ELEMENTARY_CHARGE = 1.602176634e-19;
    /** Faraday constant, N_A e [C/mol]. */
    public static final double FARADAY = AVOGADRO * ELEMENTARY_CHARGE;
    /** One electronvolt per particle [J/mol]; its number is that of the Faraday constant. */
    public static final double ELECTRONVOLT_PER_PARTICLE = FARADAY;
    /** Molar gas constant, N_A k_B [J/(mol K)]. */
    public static final double GAS_CONSTANT = AVOGADRO * BOLTZMANN;
    /** Reference temperature of all laws here [K]; 25 °C, a convention and no constant of nature. */
    public static final double REFERENCE_TEMPERATURE = 298.15;

    private PhysicalConstants() {}
}
