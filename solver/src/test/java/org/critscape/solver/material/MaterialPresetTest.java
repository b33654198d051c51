package org.critscape.solver.material;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaterialPresetTest {
    @ParameterizedTest
    @EnumSource
    void givesEveryPropertyWithinItsRange(MaterialPreset preset) {
        assertThat(preset.electrolyte().conductivity()).isPositive();
        assertThat(preset.kinetics().resistance()).isPositive();
        assertThat(preset.lithium()).isEqualTo(MaterialPreset.LI6PS5CL.lithium());
    }

    @ParameterizedTest
    @EnumSource
    void citesAPublicationOrSaysThatItDoesNot(MaterialPreset preset) {
        for (MaterialProperty property : MaterialProperty.values()) {
            Provenance provenance = preset.sourced(property).provenance();
            assertThat(provenance.reference()).as("%s", property).isNotBlank();
            if (provenance.kind() == Provenance.Kind.CITED) {
                assertThat(provenance.reference()).as("%s", property).containsPattern("doi:10\\.|CRC Handbook");
            }
        }
    }

    @Test
    void remembersNothingAsCited() {
        assertThat(MaterialPreset.LI6PS5CL
                        .sourced(MaterialProperty.CREEP_CONSTANT)
                        .provenance()
                        .kind())
                .isEqualTo(Provenance.Kind.ASSUMED);
    }

    @Test
    void argyroditeHasAWagnerNumberOfTwoAtTheUsualPeakSeparation() {
        MaterialPreset preset = MaterialPreset.LI6PS5CL;
        double wagnerNumber =
                preset.electrolyte().conductivity() * preset.kinetics().resistance() / 150e-6;
        assertThat(wagnerNumber).isCloseTo(2, within(1e-12));
    }
}
