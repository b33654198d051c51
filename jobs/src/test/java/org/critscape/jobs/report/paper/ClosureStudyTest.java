package org.critscape.jobs.report.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.critscape.jobs.config.StudyFile;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.SampleCases;
import org.critscape.jobs.table.CaseTable;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.dendrite.Flaw;
import org.junit.jupiter.api.Test;

/** The shipped study of closures: what its neighbours share, its values of B, and how its rows make closures. */
class ClosureStudyTest {
    private static final DesignSpace SPACE =
            StudyFile.load(Path.of("..", "conf", "closure.conf"), Map.of()).space();

    private static final Set<Parameter> SCALING =
            EnumSet.of(Parameter.CREEP_CONSTANT, Parameter.NOTCH, Parameter.DRIVING);
    /** Values of B, notch factors, drivings. */
    private static final int SHARING = 29 * 2 * 2;

    @Test
    void neighboursDifferOnlyInWhatScales() {
        Set<List<Double>> problems = new HashSet<>();
        for (long first = 0; first < SPACE.size(); first += SHARING) {
            List<Double> problem = problem(SPACE.point(first));
            problems.add(problem);
            for (long index = first + 1; index < first + SHARING; index++) {
                assertThat(problem(SPACE.point(index))).as("case " + index).isEqualTo(problem);
            }
        }
        assertThat(problems).hasSize(1472);
    }

    private static List<Double> problem(DesignPoint point) {
        List<Double> values = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            if (!SCALING.contains(parameter)) {
                values.add(point.uses(parameter) ? point.number(parameter) : Double.NaN);
            }
        }
        return values;
    }

    @Test
    void pressureRatioRunsFromTenToTheMinusThreeAndAHalfToOneForEveryExponent() {
        Set<Double> exponents = new HashSet<>();
        for (long first = 0; first < SPACE.size(); first += SHARING) {
            exponents.add(SPACE.point(first).number(Parameter.CREEP_EXPONENT));
            assertThat(StrictMath.log10(pressureRatio(SPACE.point(first)))).isCloseTo(-3.5, within(1e-4));
            assertThat(StrictMath.log10(pressureRatio(SPACE.point(first + SHARING - 1))))
                    .isCloseTo(0, within(1e-4));
        }
        assertThat(exponents).containsExactlyInAnyOrder(1.0, 3.0, 5.0, 6.6);
    }

    /** B = σ1/G at S = 150 µm, of the inputs alone. */
    private static double pressureRatio(DesignPoint point) {
        DesignCase design = point.toCase();
        double n = design.lithium().creepExponent();
        double flat = point.number(Parameter.FLAT_CRITICAL_CURRENT);
        double sigma1 = design.lithium()
                .flowStress(
                        design.lithium().platingVelocityPerCurrent() / 150e-6,
                        design.operation().temperature());
        double fracture = new Flaw(
                        point.number(Parameter.FLAW_LENGTH), design.flaw().notch(), flat)
                .fracturePressure(design.electrolyte().fractureToughness());
        double resistance = (fracture - design.operation().stackPressure()) / StrictMath.pow(flat, 1 / n);
        return sigma1 / resistance;
    }

    /** Solved for real: at the tip, where both are largest, E^(−1/n) = k^(1/n) + B Π without notch factor. */
    @Test
    void pressureRatioOfARowIsThatOfItsCriticalCurrent() {
        long common = index(25e-6, 150e-6, 0.01);
        long wide = index(25e-6, 250e-6, 0.01);
        Row row = row(common, CaseSolver.embedded());
        double n = row.<Double>getAs("creep_exponent");
        double ratio = ClosureRows.pressureRatio(row);
        assertThat(ratio).isCloseTo(pressureRatio(SPACE.point(common)), within(1e-9));
        double load = StrictMath.pow(row.<Double>getAs("current_ratio_max"), 1 / n)
                + ratio * row.<Double>getAs("pressure_function_max");
        assertThat(StrictMath.pow(row.<Double>getAs("enhancement"), -1 / n)).isCloseTo(load, within(1e-9));
        assertThat(ClosureRows.pressureRatio(row(wide, CaseSolver.embedded()))).isCloseTo(ratio, within(1e-9));
    }

    /** The first linear case of n = 3 without notch, driven by pressure, whose B is at least this. */
    private static long index(double height, double separation, double least) {
        for (long index = 0; index < SPACE.size(); index++) {
            DesignPoint point = SPACE.point(index);
            if (point.number(Parameter.CREEP_EXPONENT) == 3
                    && point.uses(Parameter.RESISTANCE)
                    && Math.abs(point.number(Parameter.PEAK_HEIGHT) - height) < 1e-9
                    && Math.abs(point.number(Parameter.PEAK_SEPARATION) - separation) < 1e-9
                    && pressureRatio(point) >= least) {
                return index;
            }
        }
        throw new IllegalStateException("no such case");
    }

    private static Row row(long index, CaseSolver solver) {
        return CaseTable.TABLE.row(new CaseRunner(SPACE, solver).run(index));
    }

    /** Every 29th of the B's would be one; here the first of each group of neighbours stands for one B. */
    @Test
    void rowsMakeEveryCombinationOfWhatShapesLeaveOpen() {
        ClosureRows rows = new ClosureRows();
        for (long index = 0; index < SPACE.size(); index += SHARING) {
            rows.add(row(index, SampleCases::solve));
        }
        List<ClosureRows.Family> families = rows.families();
        // Eight kinetic lengths, four exponents, two forms; in each two tops and two edges.
        assertThat(families).hasSize(8 * 4 * 2).allSatisfy(family -> {
            assertThat(family.eggBoxes().rows()).hasSize(20);
            assertThat(family.eggBoxes().common()).isPresent();
            assertThat(family.members()).hasSize(4).allSatisfy(member -> {
                assertThat(member.sharp()).hasSize(2);
                assertThat(member.inputs().pressureRatio()).isPositive();
            });
        });
        assertThat(families.stream()
                        .map(family -> family.members().get(0).inputs().kineticMicrometres())
                        .distinct())
                .containsExactlyInAnyOrder(0.0, 10.0, 100.0, 300.0, 400.0, 600.0, 1000.0, 3000.0);
        // Those without interfacial resistance show all closures how it is without kinetics.
        assertThat(rows.withoutKinetics("product")).hasSize(20);
        JudgedClosure judged = ClosureJudge.judge(families.get(0), rows.withoutKinetics("product"), Optional.empty())
                .get(0);
        assertThat(judged.verdict(Check.SIMILAR_WITHOUT_KINETICS)).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aPartOfTheRowsLeavesChecksUndecided() {
        ClosureRows rows = new ClosureRows();
        // The first of the seven interfacial resistances that vary within each surface.
        for (long index = 0; index < 10L * 7 * SHARING; index += 7L * SHARING) {
            rows.add(row(index, SampleCases::solve));
        }
        List<ClosureRows.Family> families = rows.families();
        assertThat(families).hasSize(1);
        JudgedClosure judged =
                ClosureJudge.judge(families.get(0), List.of(), Optional.empty()).get(0);
        assertThat(judged.inputs().topFraction()).isNull();
        assertThat(judged.numbers(Verdict.UNDECIDED)).contains(1, 5, 6, 7, 9);
    }
}
