package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.Manifest;
import org.junit.jupiter.api.Test;

class StudyIdentityTest {
    private static Manifest.Study study(double height, Axis... more) {
        return StudyIdentity.of(
                "study",
                new DesignSpace(List.of(new Block(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        Axis.words(Parameter.SHAPE, List.of("egg-box")),
                                        Axis.list(Parameter.PEAK_HEIGHT, 5e-6, height),
                                        Axis.list(Parameter.PEAK_SEPARATION, 150e-6)),
                                java.util.stream.Stream.of(more))
                        .toList()))));
    }

    @Test
    void theSameStudyHasNoDifference() {
        assertThat(StudyIdentity.differences(study(10e-6), study(10e-6))).isEmpty();
        assertThat(study(10e-6).hash()).isEqualTo(study(10e-6).hash());
    }

    @Test
    void everyChangedKeyIsNamedWithBothValues() {
        assertThat(StudyIdentity.differences(study(10e-6), study(11e-6, Axis.list(Parameter.CREEP_EXPONENT, 3, 5))))
                .containsExactly(
                        "lithium.creep-exponent was not set and is 3, 5",
                        "topography.peak-height was 0.000005 m, 0.00001 m and is 0.000005 m, 0.000011 m");
    }

    @Test
    void anotherModelIsADifference() {
        Manifest.Study now = study(10e-6);
        Manifest.Study before =
                new Manifest.Study(now.name(), "another", "0", now.cases(), now.inputs(), now.anchors());
        assertThat(StudyIdentity.differences(before, now))
                .singleElement()
                .asString()
                .startsWith("the model was 0 and is ");
    }
}
