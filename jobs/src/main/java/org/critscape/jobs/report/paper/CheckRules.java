package org.critscape.jobs.report.paper;

import static org.critscape.jobs.report.paper.Condition.COUPLED;
import static org.critscape.jobs.report.paper.Condition.WITHOUT_KINETICS;
import static org.critscape.jobs.report.paper.Condition.WITH_KINETICS;
import static org.critscape.jobs.report.paper.Measure.AREA_RATIO;
import static org.critscape.jobs.report.paper.Measure.COUPLING_CHANGE;
import static org.critscape.jobs.report.paper.Measure.CRITICAL_CURRENT;
import static org.critscape.jobs.report.paper.Measure.ENHANCEMENT;
import static org.critscape.jobs.report.paper.Measure.LARGEST_CURRENT;
import static org.critscape.jobs.report.paper.Measure.LARGEST_PRESSURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.critscape.jobs.space.Shape;

/** How each check is judged: which claims it is made of. Pure functions of the evidence. */
final class CheckRules {
    /** Equal is what differs by less than this; no computation can show more than a bound. */
    private static final double EQUAL = 0.01;

    /** The paper's bound on the effect of pressure coupling. */
    private static final double SMALL_CHANGE = 0.01;

    /** "Approx. 50 %". */
    private static final double LARGEST_GAIN = 0.55;

    /** The steepest surface of each series, where pressure acts most; the paper does not say what it coupled. */
    private static final List<Surface> STEEPEST =
            List.of(last(Series.HEIGHT.surfaces()), last(Series.SEPARATION.surfaces()));

    private CheckRules() {}

    static Finding similarWithoutKinetics(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        return witness.finding(Claim.all(pairs(
                Series.SIZE.surfaces(),
                (a, b) -> witness.compare(
                        a, b, WITHOUT_KINETICS, LARGEST_CURRENT, "within 1 % of that of", CheckRules::equality))));
    }

    /** What is left of the bound of equality. */
    private static Estimate equality(Estimate a, Estimate b) {
        Estimate difference = a.minus(b).abs();
        return new Estimate(EQUAL * Math.abs(a.value()) - difference.value(), difference.error());
    }

    static Finding currentGrowsWithSize(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        return witness.finding(witness.grows(Series.SIZE.surfaces(), WITH_KINETICS, LARGEST_CURRENT));
    }

    static Finding currentFalls(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        return witness.finding(Claim.all(List.of(
                witness.falls(Series.HEIGHT.surfaces(), WITH_KINETICS, LARGEST_CURRENT),
                witness.falls(Series.SEPARATION.surfaces(), WITH_KINETICS, LARGEST_CURRENT))));
    }

    static Finding pressureGrows(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        return witness.finding(Claim.all(List.of(
                witness.grows(Series.HEIGHT.surfaces(), WITH_KINETICS, LARGEST_PRESSURE),
                witness.grows(Series.SEPARATION.surfaces(), WITH_KINETICS, LARGEST_PRESSURE))));
    }

    static Finding couplingIsSmall(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        Optional<Estimate> change = witness.ask(Series.COMMON, COUPLED, COUPLING_CHANGE);
        // Beside the verdict, not part of it: where they are missing nothing is open.
        for (Surface surface : STEEPEST) {
            evidence.rows()
                    .find(surface, COUPLED, COUPLING_CHANGE)
                    .ifPresent(found -> witness.tell(new Finding.Datum(
                            "coupling change, " + surface.name() + ", not judged", found, COUPLING_CHANGE.unit())));
        }
        String text = "1 % less the change of the largest current of " + Series.COMMON.name();
        double bound = SMALL_CHANGE * COUPLING_CHANGE.scale();
        return witness.finding(change.map(found -> new Claim(
                        text, new Estimate(bound - Math.abs(found.value()), found.error()), COUPLING_CHANGE.unit()))
                .orElseGet(() -> Claim.missing(text)));
    }

    static Finding largestAtTheTip(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        String current = "local current at the tip above that elsewhere, by the largest";
        String pressure = "excess pressure at the tip above that elsewhere, by the largest";
        if (evidence.tip().isEmpty()) {
            witness.miss(
                    "fields of " + Series.COMMON.name() + ": " + evidence.rows().reason(Series.COMMON, WITH_KINETICS));
            return witness.finding(Claim.missing(current));
        }
        Evidence.TipContrast tip = evidence.tip().get();
        witness.tell(new Finding.Datum(current + ", " + Series.COMMON.name(), tip.current(), "1"));
        witness.tell(new Finding.Datum(pressure + ", " + Series.COMMON.name(), tip.pressure(), "1"));
        return witness.finding(
                Claim.all(List.of(new Claim(current, tip.current(), "1"), new Claim(pressure, tip.pressure(), "1"))));
    }

    static Finding eggBoxIsBest(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        return witness.finding(Claim.all(Series.SHAPES.surfaces().stream()
                .filter(surface -> surface.shape() != Shape.EGG_BOX)
                .map(other -> witness.exceeds(Series.COMMON, other, WITH_KINETICS, CRITICAL_CURRENT))
                .toList()));
    }

    static Finding interiorMaximum(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        return witness.finding(Claim.all(Stream.of(Series.HEIGHT, Series.SEPARATION)
                .map(series -> interiorMaximum(witness, series.surfaces()))
                .toList()));
    }

    private static Claim interiorMaximum(Witness witness, List<Surface> surfaces) {
        return Claim.any(surfaces.subList(1, surfaces.size() - 1).stream()
                .map(inner -> Claim.all(Stream.of(surfaces.get(0), last(surfaces))
                        .map(end -> witness.exceeds(inner, end, WITH_KINETICS, CRITICAL_CURRENT))
                        .toList()))
                .toList());
    }

    static Finding criticalCurrentFallsWithSize(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        return witness.finding(witness.falls(Series.SIZE.surfaces(), WITH_KINETICS, CRITICAL_CURRENT));
    }

    static Finding gainIsLimited(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        List<Claim> claims = eggBoxes()
                .map(surface -> {
                    String text = "1.55 less the critical current by that of flat, of " + surface.name();
                    return witness.ask(surface, WITH_KINETICS, ENHANCEMENT)
                            .map(gain ->
                                    new Claim(text, new Estimate(1 + LARGEST_GAIN - gain.value(), gain.error()), "1"))
                            .orElseGet(() -> Claim.missing(text));
                })
                .toList();
        return witness.finding(Claim.all(claims));
    }

    /** Surfaces of one area differ, or both a larger and a smaller area go with the higher critical current. */
    static Finding areaDoesNotOrder(Evidence evidence) {
        Witness witness = new Witness(evidence.rows());
        List<Claim> differences = pairs(
                Series.SIZE.surfaces(),
                (a, b) -> witness.compare(
                        a, b, WITH_KINETICS, CRITICAL_CURRENT, "1 % apart, at equal area, from that of", (x, y) -> {
                            Estimate difference = x.minus(y).abs();
                            return new Estimate(difference.value() - EQUAL * Math.abs(x.value()), difference.error());
                        }));
        List<Surface> byArea = Stream.of(Series.HEIGHT, Series.SEPARATION)
                .flatMap(series -> series.surfaces().stream())
                .distinct()
                .sorted(Comparator.comparingDouble(CheckRules::steepness))
                .toList();
        Claim rises = Claim.any(unequal(byArea, (flatter, steeper) -> higher(witness, steeper, flatter)));
        Claim falls = Claim.any(unequal(byArea, (flatter, steeper) -> higher(witness, flatter, steeper)));
        Claim cannotOrder = Claim.any(List.of(Claim.any(differences), Claim.all(List.of(rises, falls))));
        return witness.finding(Claim.all(List.of(
                witness.grows(Series.HEIGHT.surfaces(), WITH_KINETICS, AREA_RATIO),
                witness.grows(Series.SEPARATION.surfaces(), WITH_KINETICS, AREA_RATIO),
                cannotOrder)));
    }

    /** Surfaces of the same H/S have the same area and say nothing of an order. */
    private static List<Claim> unequal(List<Surface> byArea, PairClaim claim) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < byArea.size(); i++) {
            for (int j = i + 1; j < byArea.size(); j++) {
                if (steepness(byArea.get(i)) < steepness(byArea.get(j))) {
                    claims.add(claim.of(byArea.get(i), byArea.get(j)));
                }
            }
        }
        return claims;
    }

    private static Claim higher(Witness witness, Surface a, Surface b) {
        return witness.exceeds(a, b, WITH_KINETICS, CRITICAL_CURRENT);
    }

    private static double steepness(Surface surface) {
        return (double) surface.height() / surface.separation();
    }

    private static Stream<Surface> eggBoxes() {
        return Stream.of(Series.HEIGHT, Series.SEPARATION, Series.SIZE)
                .flatMap(series -> series.surfaces().stream())
                .distinct();
    }

    private interface PairClaim {
        Claim of(Surface first, Surface second);
    }

    private static List<Claim> pairs(List<Surface> surfaces, PairClaim claim) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < surfaces.size(); i++) {
            for (int j = i + 1; j < surfaces.size(); j++) {
                claims.add(claim.of(surfaces.get(i), surfaces.get(j)));
            }
        }
        return claims;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
