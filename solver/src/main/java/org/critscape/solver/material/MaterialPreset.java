package org.critscape.solver.material;

import static org.critscape.solver.material.Sourced.assumed;
import static org.critscape.solver.material.Sourced.chosen;
import static org.critscape.solver.material.Sourced.cited;
import static org.critscape.solver.quantity.PhysicalConstants.ELECTRONVOLT_PER_PARTICLE;

/**
 * Electrolytes against lithium, every number with its source. None is a fit to a cell: replace what you have measured.
 *
 * <p>Lithium is the same metal in all of them. The thickness is a pellet's, not a property of the material.
 */
public enum MaterialPreset {
    /** Lithium argyrodite chloride, the paper's electrolyte. */
    LI6PS5CL(
            chosen(0.20, "within the range of Singh et al. 2022 and Doux et al. 2020"),
            chosen(
                    0.36 * ELECTRONVOLT_PER_PARTICLE,
                    "0.36 eV, within the range of Singh et al. 2022 and Doux et al. 2020"),
            cited(
                    22e9,
                    "22.1 GPa from first principles, rounded: Deng et al., J. Electrochem. Soc. 2016, 163, A67,"
                            + " doi:10.1149/2.0061602jes"),
            assumed(0.37, "not measured"),
            assumed(0.23e6, "glassy Li2S-P2S5 as a proxy: " + Reference.MCGROGAN),
            chosen(
                    1.5e-3,
                    "15 Ω cm², so that the largest current ratio falls along the series of Zhang et al. 2024, which"
                            + " needs κ R_ct of about 300 µm or more; published values run from 0.2 to 50 Ω cm²"),
            chosen(0.43 * ELECTRONVOLT_PER_PARTICLE, "0.43 eV, chosen with the resistance")),

    /** Cubic lithium garnet, dense and with a clean surface; the mechanical values are of the tantalum-doped one. */
    LLZO(
            cited(0.0454, Reference.HU),
            assumed(0.30 * ELECTRONVOLT_PER_PARTICLE, "0.30 eV, usual for cubic garnets; no source checked"),
            cited(158.47e9, Reference.HU),
            cited(
                    0.257,
                    "E/(2G) - 1 with E = 149.8 GPa and G = 59.6 GPa: Ni et al., J. Mater. Sci. 2012, 47, 7978,"
                            + " doi:10.1007/s10853-012-6687-5, as quoted by A. Foster, thesis, Michigan State 2014"),
            cited(1.51e6, Reference.HU),
            cited(
                    2e-4,
                    "2 Ω cm², surface freed of carbonate: Sharafi et al., Chem. Mater. 2017, 29, 7961,"
                            + " doi:10.1021/acs.chemmater.7b03002"),
            assumed(0.37 * ELECTRONVOLT_PER_PARTICLE, "0.37 eV, plausible for charge transfer; no source checked")),

    /** Lithium thiophosphate; conduction of the nanoporous β phase, mechanics of the glass. */
    LI3PS4(
            cited(
                    0.0164,
                    "Liu et al., J. Am. Chem. Soc. 2013, 135, 975, doi:10.1021/ja3110895, 1.64e-4 S/cm as quoted by"
                            + " Yang et al., ACS Appl. Mater. Interfaces 2016"),
            cited(
                    0.40 * ELECTRONVOLT_PER_PARTICLE,
                    "0.40 eV, long-range transport after synthesis in a solvent: Dalton Trans. 2025,"
                            + " doi:10.1039/D4DT02636E"),
            cited(18.5e9, "amorphous Li2S-P2S5: " + Reference.MCGROGAN),
            assumed(0.30, "usual for glasses of this kind; no source checked"),
            cited(0.23e6, "amorphous Li2S-P2S5: " + Reference.MCGROGAN),
            assumed(1.5e-3, "15 Ω cm², as for Li6PS5Cl; no source found, and the interphase grows with time"),
            assumed(0.43 * ELECTRONVOLT_PER_PARTICLE, "0.43 eV, as for Li6PS5Cl; no source found"));

    private final Sourced conductivity;
    private final Sourced conductivityActivationEnergy;
    private final Sourced youngsModulus;
    private final Sourced poissonRatio;
    private final Sourced fractureToughness;
    private final Sourced interfacialResistance;
    private final Sourced interfacialResistanceActivationEnergy;

    MaterialPreset(
            Sourced conductivity,
            Sourced conductivityActivationEnergy,
            Sourced youngsModulus,
            Sourced poissonRatio,
            Sourced fractureToughness,
            Sourced interfacialResistance,
            Sourced interfacialResistanceActivationEnergy) {
        this.conductivity = conductivity;
        this.conductivityActivationEnergy = conductivityActivationEnergy;
        this.youngsModulus = youngsModulus;
        this.poissonRatio = poissonRatio;
        this.fractureToughness = fractureToughness;
        this.interfacialResistance = interfacialResistance;
        this.interfacialResistanceActivationEnergy = interfacialResistanceActivationEnergy;
    }

    /** The value of a property, in its SI unit, and its source. */
    public Sourced sourced(MaterialProperty property) {
        return switch (property) {
            case CONDUCTIVITY -> conductivity;
            case CONDUCTIVITY_ACTIVATION_ENERGY -> conductivityActivationEnergy;
            case THICKNESS -> chosen(1e-3, "a pressed pellet of 1 mm");
            case YOUNGS_MODULUS -> youngsModulus;
            case POISSON_RATIO -> poissonRatio;
            case FRACTURE_TOUGHNESS -> fractureToughness;
            case INTERFACIAL_RESISTANCE -> interfacialResistance;
            case INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY -> interfacialResistanceActivationEnergy;
            case MOLAR_VOLUME -> cited(1.3e-5, "6.94 g/mol by 0.534 g/cm³, CRC Handbook of Chemistry and Physics");
            case CREEP_EXPONENT -> cited(6.6, Reference.LEPAGE);
            case CREEP_CONSTANT -> assumed(2e5, "as remembered from " + Reference.LEPAGE + "; " + Reference.MASIAS);
            case CREEP_ACTIVATION_ENERGY -> cited(37e3, Reference.LEPAGE);
        };
    }

    /** The electrolyte. */
    public Electrolyte electrolyte() {
        return new Electrolyte(
                of(MaterialProperty.CONDUCTIVITY),
                of(MaterialProperty.CONDUCTIVITY_ACTIVATION_ENERGY),
                of(MaterialProperty.THICKNESS),
                of(MaterialProperty.YOUNGS_MODULUS),
                of(MaterialProperty.POISSON_RATIO),
                of(MaterialProperty.FRACTURE_TOUGHNESS));
    }

    /** Its interface with lithium. */
    public Kinetics.Linear kinetics() {
        return new Kinetics.Linear(
                of(MaterialProperty.INTERFACIAL_RESISTANCE),
                of(MaterialProperty.INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY));
    }

    /** Lithium. */
    public Lithium lithium() {
        return new Lithium(
                of(MaterialProperty.MOLAR_VOLUME),
                of(MaterialProperty.CREEP_EXPONENT),
                of(MaterialProperty.CREEP_CONSTANT),
                of(MaterialProperty.CREEP_ACTIVATION_ENERGY));
    }

    private double of(MaterialProperty property) {
        return sourced(property).value();
    }

    /** Publications used more than once; constants of the enum itself are not ready when its members are made. */
    private static final class Reference {
        static final String HU = "Li6.4La3Zr1.4Ta0.6O12 of 98 % density: Hu et al., Chin. Phys. Lett. 2021, 38, 098401,"
                + " doi:10.1088/0256-307X/38/9/098401";
        static final String LEPAGE = "LePage et al., J. Electrochem. Soc. 2019, 166, A89, doi:10.1149/2.0221902jes";
        static final String MASIAS =
                "within a factor 2 of Masias et al., J. Mater. Sci. 2019, 54, 2585," + " doi:10.1007/s10853-018-2971-3";
        static final String MCGROGAN =
                "McGrogan et al., Adv. Energy Mater. 2017, 7, 1602011, doi:10.1002/aenm.201602011";

        private Reference() {}
    }
}
