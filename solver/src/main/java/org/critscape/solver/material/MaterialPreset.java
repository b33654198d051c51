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
    LI6PS5CL {
        @Override
        public Sourced sourced(MaterialProperty property) {
            return switch (property) {
                case CONDUCTIVITY -> chosen(0.20, "within the range of Singh et al. 2022 and Doux et al. 2020");
                case CONDUCTIVITY_ACTIVATION_ENERGY ->
                    chosen(electronvolt(0.36), "0.36 eV, within the range of Singh et al. 2022 and Doux et al. 2020");
                case YOUNGS_MODULUS -> cited(22e9, "first principles, 22.1 GPa rounded: " + DENG);
                case POISSON_RATIO -> assumed(0.37, "not measured");
                case FRACTURE_TOUGHNESS -> assumed(0.23e6, "glassy Li2S-P2S5 as a proxy: " + MCGROGAN);
                case INTERFACIAL_RESISTANCE ->
                    chosen(
                            1.5e-3,
                            "15 Ω cm², within the published 0.2 to 50 Ω cm²; the largest current ratio falls along both series"
                                    + " of Zhang et al. 2024 only above κ R_ct of about 300 µm, which this value just misses");
                case INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY ->
                    chosen(electronvolt(0.43), "0.43 eV, chosen with the resistance");
                default -> shared(property);
            };
        }
    },

    /** Cubic lithium garnet, dense, freed of surface carbonate; conduction and mechanics of the tantalum-doped one. */
    LLZO {
        @Override
        public Sourced sourced(MaterialProperty property) {
            return switch (property) {
                case CONDUCTIVITY -> cited(0.0454, HU);
                case CONDUCTIVITY_ACTIVATION_ENERGY ->
                    assumed(electronvolt(0.30), "0.30 eV, usual for cubic garnets; no source checked");
                case YOUNGS_MODULUS -> cited(158.47e9, HU);
                case POISSON_RATIO ->
                    cited(0.257, "E/(2G) - 1 of E = 149.8 GPa and G = 59.6 GPa, aluminium-doped: " + NI);
                case FRACTURE_TOUGHNESS -> cited(1.51e6, HU);
                case INTERFACIAL_RESISTANCE -> cited(2e-4, "2 Ω cm², surface freed of carbonate: " + SHARAFI);
                case INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY ->
                    assumed(electronvolt(0.37), "0.37 eV, plausible for charge transfer; no source checked");
                default -> shared(property);
            };
        }
    },

    /** Lithium thiophosphate; conduction of the nanoporous β phase, mechanics of the glass. */
    LI3PS4 {
        @Override
        public Sourced sourced(MaterialProperty property) {
            return switch (property) {
                case CONDUCTIVITY -> cited(0.0164, "1.64e-4 S/cm, nanoporous β phase: " + LIU);
                case CONDUCTIVITY_ACTIVATION_ENERGY ->
                    cited(
                            electronvolt(0.40),
                            "0.40 eV, long-range transport, made in a solvent: Dalton Trans. 2025, doi:10.1039/D4DT02636E");
                case YOUNGS_MODULUS -> cited(18.5e9, "amorphous Li2S-P2S5: " + MCGROGAN);
                case POISSON_RATIO -> assumed(0.30, "usual for glasses of this kind; no source checked");
                case FRACTURE_TOUGHNESS -> cited(0.23e6, "amorphous Li2S-P2S5: " + MCGROGAN);
                case INTERFACIAL_RESISTANCE ->
                    assumed(1.5e-3, "15 Ω cm², as for Li6PS5Cl; no source found, and the interphase grows with time");
                case INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY ->
                    assumed(electronvolt(0.43), "0.43 eV, as for Li6PS5Cl; no source found");
                default -> shared(property);
            };
        }
    };

    private static final String DENG = "Deng et al., J. Electrochem. Soc. 2016, 163, A67, doi:10.1149/2.0061602jes";
    private static final String HU = "Li6.4La3Zr1.4Ta0.6O12 of 98 % density: Hu et al., Chin. Phys. Lett. 2021, 38,"
            + " 098401, doi:10.1088/0256-307X/38/9/098401";
    private static final String LEPAGE = "LePage et al., J. Electrochem. Soc. 2019, 166, A89, doi:10.1149/2.0221902jes";
    private static final String LIU =
            "Liu et al., J. Am. Chem. Soc. 2013, 135, 975, doi:10.1021/ja3110895, as quoted by"
                    + " Yang et al., ACS Appl. Mater. Interfaces 2016";
    private static final String MASIAS = "Masias et al., J. Mater. Sci. 2019, 54, 2585, doi:10.1007/s10853-018-2971-3";
    private static final String MCGROGAN =
            "McGrogan et al., Adv. Energy Mater. 2017, 7, 1602011, doi:10.1002/aenm.201602011";
    private static final String NI =
            "Ni et al., J. Mater. Sci. 2012, 47, 7978, doi:10.1007/s10853-012-6687-5, as quoted by"
                    + " Foster, thesis, Michigan State University 2014";
    private static final String SHARAFI =
            "Sharafi et al., Chem. Mater. 2017, 29, 7961, doi:10.1021/acs.chemmater.7b03002";

    /** The value of a property, in its SI unit, and its source. */
    public abstract Sourced sourced(MaterialProperty property);

    /** The electrolyte. */
    public Electrolyte electrolyte() {
        return new Electrolyte(
                value(MaterialProperty.CONDUCTIVITY),
                value(MaterialProperty.CONDUCTIVITY_ACTIVATION_ENERGY),
                value(MaterialProperty.THICKNESS),
                value(MaterialProperty.YOUNGS_MODULUS),
                value(MaterialProperty.POISSON_RATIO),
                value(MaterialProperty.FRACTURE_TOUGHNESS));
    }

    /** Its interface with lithium. */
    public Kinetics.Linear kinetics() {
        return new Kinetics.Linear(
                value(MaterialProperty.INTERFACIAL_RESISTANCE),
                value(MaterialProperty.INTERFACIAL_RESISTANCE_ACTIVATION_ENERGY));
    }

    /** Lithium. */
    public Lithium lithium() {
        return new Lithium(
                value(MaterialProperty.MOLAR_VOLUME),
                value(MaterialProperty.CREEP_EXPONENT),
                value(MaterialProperty.CREEP_CONSTANT),
                value(MaterialProperty.CREEP_ACTIVATION_ENERGY));
    }

    private double value(MaterialProperty property) {
        return sourced(property).value();
    }

    private static Sourced shared(MaterialProperty property) {
        return switch (property) {
            case THICKNESS -> chosen(1e-3, "a pressed pellet of 1 mm");
            case MOLAR_VOLUME -> cited(1.3e-5, "6.94 g/mol by 0.534 g/cm³: CRC Handbook of Chemistry and Physics");
            case CREEP_EXPONENT -> cited(6.6, LEPAGE);
            case CREEP_CONSTANT -> assumed(2e5, "as remembered from " + LEPAGE + "; within a factor 2 of " + MASIAS);
            case CREEP_ACTIVATION_ENERGY -> cited(37e3, LEPAGE);
            default -> throw new IllegalStateException("no value of " + property);
        };
    }

    private static double electronvolt(double perParticle) {
        return perParticle * ELECTRONVOLT_PER_PARTICLE;
    }
}
