package org.critscape.solver.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.critscape.solver.atlas.Family.ShapeKind;
import org.critscape.solver.atlas.FamilyBuild.Answer;
import org.critscape.solver.atlas.FamilyBuild.Built;
import org.critscape.solver.atlas.FamilyBuild.Demand;
import org.critscape.solver.atlas.FamilyBuild.Request;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolution;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.cell.SimilarCase;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.similarity.GroupAxis;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.similarity.LoadCurve;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.junit.jupiter.api.Test;

class FamilyBuildTest {
    private static final Family FAMILY = FamilyTest.family(ShapeKind.EGG_BOX_PRODUCT, Polarity.LITHIUM);
    private static final List<GroupAxis> WIDE = List.of(
            Family.Quantity.STEEPNESS.axis(0.03, 0.6),
            Family.Quantity.WAGNER.axis(0.05, 20),
            Family.Quantity.EXPONENT.axis(3, 8));

    private static Demand demand(List<GroupAxis> axes, double pressureToFlow) {
        return new Demand(FAMILY, axes, 0.005, 0.02, pressureToFlow, false, false, true, 400);
    }

    /**
     * Fields in closed form, on meshes with errors of 1 and 0.25 %: k falls from the tip with H/S and λ, Π is largest at the
     * tip of steep contours and beside it on shallow ones, so that its maximum has a kink.
     */
    private static StationFields invented(List<Double> groups, double error) {
        double h = groups.get(0), damped = 1 / (1 + 6 * groups.get(1)), n = groups.get(2);
        double[] x = IntStream.range(0, FamilyNode.stations(FAMILY, WIDE))
                .mapToDouble(i -> 0.02 * i)
                .toArray();
        double[] k = new double[x.length];
        double[] pressure = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            k[i] = StrictMath.exp(3 * h * damped * StrictMath.cos(x[i])) / (1 + h);
            double tip = StrictMath.exp(-x[i]) * StrictMath.pow(h, 0.4);
            double beside = 1.4 * StrictMath.exp(-4 * (x[i] - 0.4) * (x[i] - 0.4)) * StrictMath.pow(h, 0.8);
            pressure[i] = (1 + error * (1 + h)) * (tip + beside) * (4 + 6 / n);
        }
        double[] none = new double[x.length];
        double[] curvature =
                IntStream.range(0, x.length).mapToDouble(i -> 9 * h - x[i]).toArray();
        InterfacePoints points = new InterfacePoints(x, none, k, pressure, pressure, curvature, 0);
        return new StationFields(points, InterfaceNumbers.of(points, 1 + h * h, h));
    }

    private static List<Answer> invent(Family family, List<Request> requests) {
        return requests.stream()
                .map(request -> new Answer(
                        invented(request.groups(), 0.01),
                        request.fine() == null ? null : invented(request.groups(), 0.0025)))
                .toList();
    }

    @Test
    void fieldsInClosedFormAreMetWithinTheStatedErrors() {
        FamilyAtlas atlas = atlas(FamilyBuild.build(demand(WIDE, 0.03), FamilyBuildTest::invent));
        SplittableRandom random = new SplittableRandom(3);
        int within = 0;
        for (int i = 0; i < 200; i++) {
            double[] groups = WIDE.stream()
                    .mapToDouble(axis -> {
                        double low = axis.coordinate(axis.low());
                        return axis.value(low + random.nextDouble() * (axis.coordinate(axis.high()) - low));
                    })
                    .toArray();
            InterfaceNumbers exact = invented(
                            java.util.Arrays.stream(groups).boxed().toList(), 0)
                    .whole();
            CellSolution solution = solution(atlas, FAMILY.representative(groups), groups);
            double current = Math.abs(solution.currentRatioMax() / exact.currentRatioMax() - 1);
            double pressure = Math.abs(solution.pressureFunctionMax() / exact.pressureFunctionMax() - 1);
            assertThat(current).isLessThan(5e-3);
            assertThat(pressure).isLessThan(2e-2);
            within += current <= solution.currentRatioError() && pressure <= solution.pressureFunctionError() ? 1 : 0;
        }
        assertThat(within).isGreaterThanOrEqualTo(190);
        assertThat(atlas.nodes()).isLessThan(250);
        assertThat(atlas.stations()).isLessThan(12);
    }

    /** A row asks for the shape at one station, or at all where notches count, and is that of all stations. */
    @Test
    void aRowIsThatOfAllStations() {
        FamilyAtlas atlas = atlas(FamilyBuild.build(demand(WIDE, 0.03), FamilyBuildTest::invent));
        for (NotchFactor notch : NotchFactor.values()) {
            requireRowsOfAllStations(atlas, notch);
        }
    }

    private static void requireRowsOfAllStations(FamilyAtlas atlas, NotchFactor notch) {
        for (double[] groups : new double[][] {{0.05, 0.1, 3.5}, {0.21, 0.7, 5.5}, {0.5, 15, 7.9}}) {
            DesignCase plain = FAMILY.representative(groups);
            DesignCase input = new DesignCase(
                    plain.topography(),
                    plain.electrolyte(),
                    plain.kinetics(),
                    plain.lithium(),
                    new Flaw(1e-6, notch, 10),
                    plain.operation(),
                    plain.settings());
            InterfacePoints points = atlas.outputs().points(atlas.at(groups).outputs());
            LoadCurve loads = LoadCurve.atAll(groups[2], groups[0], Driving.PRESSURE, notch, points);
            double pressureToFlow = new SimilarCase(input).pressureToFlow();
            LoadCurve.Site site = loads.sites().get(loads.siteAt(pressureToFlow));
            CellSolution row = solution(atlas, input, groups);
            assertThat(row.enhancement())
                    .isCloseTo(StrictMath.pow(site.load(pressureToFlow), -groups[2]), withinPercentage(1e-10));
            FundamentalCell cell = input.topography().fundamentalCell();
            double separation = input.topography().peakSeparation();
            assertThat(row.siteX()).isEqualTo(cell.positionX(site.x(), site.y()) * separation);
            assertThat(row.siteY()).isEqualTo(cell.positionY(site.x(), site.y()) * separation);
        }
    }

    private static FamilyAtlas atlas(Built built) {
        return Objects.requireNonNull(built.atlas());
    }

    private static CellSolution solution(FamilyAtlas atlas, DesignCase designCase, double... groups) {
        CaseOutcome outcome = atlas.outcome(new SimilarCase(designCase), groups, 0.5, "");
        assertThat(outcome).isInstanceOf(CaseOutcome.Numbered.class);
        return ((CaseOutcome.Numbered) outcome).solution();
    }

    @Test
    void theSameDemandAsksForTheSameAndKnownSolvesGiveTheSameAtlas() {
        List<Request> first = new ArrayList<>();
        List<Request> second = new ArrayList<>();
        Built built = FamilyBuild.build(demand(WIDE, 0.03), (family, requests) -> {
            first.addAll(requests);
            return invent(family, requests);
        });
        Built again = FamilyBuild.build(demand(WIDE, 0.03), (family, requests) -> {
            second.addAll(requests);
            // Solved in another order, as many cores do.
            Map<Request, Answer> answers = new LinkedHashMap<>();
            List<Request> turned = new ArrayList<>(requests);
            Collections.reverse(turned);
            turned.forEach(request ->
                    answers.put(request, invent(family, List.of(request)).get(0)));
            return requests.stream().map(answers::get).toList();
        });
        assertThat(second).isEqualTo(first);
        double[] groups = {0.21, 0.7, 5.5};
        DesignCase designCase = FAMILY.representative(groups);
        assertThat(solution(atlas(again), designCase, groups)).isEqualTo(solution(atlas(built), designCase, groups));
    }

    @Test
    void whereTheFirstSolvesFailThereIsNoAtlas() {
        Built built = FamilyBuild.build(
                demand(WIDE, 0.03), (family, requests) -> Collections.nCopies(requests.size(), Answer.NONE));
        assertThat(built.atlas()).isNull();
        assertThat(built.failures()).isPositive();
    }

    @Test
    void rowsAgreeWithDirectSolvesWithinTheirErrors() {
        List<GroupAxis> narrow = List.of(
                new GroupAxis("H/S", GroupAxis.Scale.LOGARITHMIC, 0.12, 0.2),
                new GroupAxis("Wagner number", GroupAxis.Scale.SATURATING, 0.5, 2),
                new GroupAxis("creep exponent", GroupAxis.Scale.INVERSE, 5, 6.6));
        Built built = FamilyBuild.build(
                demand(narrow, 0.01),
                (family, requests) -> requests.stream()
                        .map(request -> FamilyNode.solve(family, request))
                        .toList());
        FamilyAtlas atlas = atlas(built);
        for (double[] groups : new double[][] {{0.13, 1.7, 6.2}, {0.19, 0.6, 5.2}, {0.155, 1.1, 5.9}}) {
            DesignCase designCase = FAMILY.representative(groups);
            CellSolution direct = ((CaseOutcome.Numbered) new CellSolver().solve(designCase)).solution();
            CellSolution row = solution(atlas, designCase, groups);
            assertThat(Math.abs(row.currentRatioMax() / direct.currentRatioMax() - 1))
                    .isLessThan(row.currentRatioError() + direct.currentRatioError());
            assertThat(Math.abs(row.criticalCurrent() / direct.criticalCurrent() - 1))
                    .isLessThan(row.criticalCurrentError() + direct.criticalCurrentError())
                    .isLessThan(5e-3);
            assertThat(row.criticalCurrentError()).isLessThan(0.02);
            assertThat(row.pressureFunctionTip()).isCloseTo(direct.pressureFunctionTip(), withinPercentage(4));
        }
    }
}
