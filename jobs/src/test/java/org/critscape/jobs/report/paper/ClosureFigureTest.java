package org.critscape.jobs.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.critscape.jobs.report.Drawing;
import org.critscape.jobs.report.Figure;
import org.critscape.jobs.report.LanePanel;
import org.critscape.jobs.report.LanePanel.Shade;
import org.critscape.jobs.report.LanePanel.Stretch;
import org.junit.jupiter.api.Test;

/** Lanes of made-up closures: dark where a check holds for all tops, light for some, none where it does not. */
class ClosureFigureTest {
    private static JudgedClosure closure(double exponent, double top, double ratio, double margin) {
        List<Object> values = new ArrayList<>();
        for (String column : SharedInputs.COLUMNS) {
            values.add(
                    switch (column) {
                        case "conductivity_s_per_m" -> 0.2;
                        case "interface_resistance_ohm_m2" -> 1.5e-3;
                        case "creep_exponent" -> exponent;
                        case "notch" -> "none";
                        case "driving" -> "pressure";
                        default -> "any";
                    });
        }
        Map<Check, Claim> claims = new EnumMap<>(Check.class);
        for (Check check : Check.values()) {
            claims.put(
                    check,
                    check == Check.EGG_BOX_IS_BEST
                            ? new Claim("shape", new Estimate(margin, 0.1), "1")
                            : Claim.missing("nothing"));
        }
        ClosureInputs inputs = new ClosureInputs(new SharedInputs(values), "product", top, 1e-6, ratio);
        return new JudgedClosure(inputs, claims, Optional.empty());
    }

    @Test
    void shadesSayHowManyClosuresFulfilACheck() {
        List<Figure> figures = ClosureFigure.of(List.of(
                closure(3, 0.25, 1e-3, 1),
                closure(3, 0.5, 1e-3, 1),
                closure(3, 0.25, 1e-2, 1),
                closure(3, 0.5, 1e-2, -1),
                closure(3, 0.25, 1e-1, 0),
                closure(3, 0.5, 1e-1, -1),
                closure(3, 0.25, 1, -1),
                closure(3, 0.5, 1, -1)));
        assertThat(figures)
                .singleElement()
                .satisfies(figure -> assertThat(figure.name()).isEqualTo("closures-pressure-notch-none"));
        LanePanel panel = (LanePanel) figures.get(0).rows().get(0).get(0);
        assertThat(panel.title()).isEqualTo("n = 3, notch none, product form");
        assertThat(panel.bundles()).singleElement().satisfies(bundle -> {
            assertThat(bundle.word()).isEqualTo("300");
            // A check that no row decides has no lane.
            assertThat(bundle.lanes()).singleElement().satisfies(lane -> {
                assertThat(lane.word()).isEqualTo("7");
                assertThat(lane.stretches().stream().map(Stretch::shade))
                        .containsExactly(Shade.ALL, Shade.SOME, Shade.OPEN);
                assertThat(lane.stretches().get(1).from()).isCloseTo(-2.5, within(1e-9));
                assertThat(lane.stretches().get(1).to()).isCloseTo(-1.5, within(1e-9));
            });
        });
        assertThat(Drawing.of(figures.get(0)).png()).isNotEmpty();
    }

    @Test
    void exponentsAreRowsFromSmallToLarge() {
        List<Figure> figures = ClosureFigure.of(List.of(closure(6.6, 0.5, 1e-3, 1), closure(1, 0.5, 1e-3, 1)));
        assertThat(figures.get(0).rows().stream()
                        .map(row -> ((LanePanel) row.get(0)).title().substring(0, 6)))
                .containsExactly("n = 1,", "n = 6.");
    }
}
