package org.critscape.jobs.report.paper;

import java.util.Arrays;
import java.util.function.Function;

/** The conclusions that the paper draws from its calculations, each with how it is judged. */
public enum Check {
    /** Similarity of the primary current distribution. */
    SIMILAR_WITHOUT_KINETICS(
            1,
            "Without kinetics the largest current is the same for all surfaces of equal H/S, within 1 %.",
            CheckRules::similarWithoutKinetics),
    /** Kinetics bring a length scale. */
    CURRENT_GROWS_WITH_SIZE(
            2, "With kinetics the largest current grows with size at equal H/S.", CheckRules::currentGrowsWithSize),
    /** Steeper contours spread the current. */
    CURRENT_FALLS(
            3,
            "With kinetics the largest current falls as H grows at S = 150 µm and as S falls at H = 25 µm.",
            CheckRules::currentFalls),
    /** Steeper contours confine the creep. */
    PRESSURE_GROWS(4, "The largest excess pressure grows with H/S in both series.", CheckRules::pressureGrows),
    /** Pressure may be left out of the kinetics. */
    COUPLING_IS_SMALL(
            5,
            "Coupling pressure back into the kinetics changes the largest current of the egg-box H25S150 by less than 1 %.",
            CheckRules::couplingIsSmall),
    /** Co-location of current and pressure. */
    LARGEST_AT_THE_TIP(
            6,
            "Largest current and largest pressure sit at the same place, the tip of the lithium protrusion.",
            CheckRules::largestAtTheTip),
    /** The best shape. */
    EGG_BOX_IS_BEST(
            7,
            "Of the three shapes at H25S150 the egg-box has the highest critical current.",
            CheckRules::eggBoxIsBest),
    /** The opposing effects of current and pressure. */
    INTERIOR_MAXIMUM(
            8,
            "The critical current passes through an interior maximum along both series of check 3.",
            CheckRules::interiorMaximum),
    /** Small contours are better. */
    CRITICAL_CURRENT_FALLS_WITH_SIZE(
            9, "At equal H/S the critical current falls with size.", CheckRules::criticalCurrentFallsWithSize),
    /** What contouring can bring. */
    GAIN_IS_LIMITED(
            10, "The gain over flat of any egg-box is at most about 50 %, taken as 55 %.", CheckRules::gainIsLimited),
    /** Surface area is not what counts. */
    AREA_DOES_NOT_ORDER(
            11,
            "The area ratio grows with H/S in both series, and alone cannot order the critical currents.",
            CheckRules::areaDoesNotOrder);

    private final int number;
    private final String statement;
    private final Function<Evidence, Finding> rule;

    Check(int number, String statement, Function<Evidence, Finding> rule) {
        this.number = number;
        this.statement = statement;
        this.rule = rule;
    }

    /** From 1 to 11. */
    public int number() {
        return number;
    }

    /** What the paper concludes, in a form that numbers can decide. */
    public String statement() {
        return statement;
    }

    /** What the rows say to it. */
    public Finding judge(Evidence evidence) {
        return rule.apply(evidence);
    }

    /** The check of a number, 1 to 11. */
    static Check of(int number) {
        return Arrays.stream(values())
                .filter(check -> check.number == number)
                .findFirst()
                .orElseThrow();
    }
}
