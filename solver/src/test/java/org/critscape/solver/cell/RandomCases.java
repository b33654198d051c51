package org.critscape.solver.cell;

import java.util.SplittableRandom;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;

/**
 * Cases drawn from the whole parameter box: all shapes and polarities alike, H/S and λ with even logarithms (every tenth
 * case without interfacial resistance), n even, edges from 1/150, which is
 * the default, to 1/10 of a period. A case depends on its number alone.
 */
record RandomCases(double smallestHeight, double largestHeight, double smallestWagner, double largestWagner) {
    private static final double SEPARATION = 150e-6;
    private static final double SHARPEST = 1.0 / 150;
    private static final double BLUNTEST = 0.1;

    /** The case of a number, with some settings. */
    DesignCase draw(long number, SolverSettings settings) {
        SplittableRandom random = new SplittableRandom(number);
        MaterialPreset preset = MaterialPreset.LI6PS5CL;
        Topography topography = topography(random);
        double wagner = logarithmic(random, smallestWagner, largestWagner);
        double conductivity = preset.electrolyte().conductivityAt(298.15);
        Kinetics kinetics = random.nextInt(10) == 0
                ? new Kinetics.Primary()
                : new Kinetics.Linear(wagner * SEPARATION / conductivity, 41.5e3);
        Lithium lithium = new Lithium(
                preset.lithium().molarVolume(),
                1 + 7 * random.nextDouble(),
                preset.lithium().creepConstant(),
                preset.lithium().creepActivationEnergy());
        return new DesignCase(
                topography,
                preset.electrolyte(),
                kinetics,
                lithium,
                new Flaw(1e-6, NotchFactor.NONE, 10),
                new Operation(298.15, 7e6),
                settings);
    }

    private Topography topography(SplittableRandom random) {
        double height = SEPARATION * logarithmic(random, smallestHeight, largestHeight);
        double edge = SEPARATION * logarithmic(random, SHARPEST, BLUNTEST);
        double top = 0.25 + 0.5 * random.nextDouble();
        Polarity polarity = random.nextBoolean() ? Polarity.LITHIUM : Polarity.ELECTROLYTE;
        return switch (random.nextInt(7)) {
            case 0 -> new EggBox(EggBox.Form.PRODUCT, height, SEPARATION, polarity);
            case 1 -> new EggBox(EggBox.Form.SUM, height, SEPARATION, polarity);
            case 2 -> new SquarePyramid(height, SEPARATION, edge, polarity);
            case 3 -> new Frustum(height, SEPARATION, top, edge, polarity);
            case 4 -> new Ridge(Ridge.Profile.COSINE, height, SEPARATION, 0, 0, polarity);
            case 5 -> new Ridge(Ridge.Profile.TRIANGLE, height, SEPARATION, 0, edge, polarity);
            default -> new Ridge(Ridge.Profile.TRAPEZOID, height, SEPARATION, top, edge, polarity);
        };
    }

    private static double logarithmic(SplittableRandom random, double from, double to) {
        return from * StrictMath.pow(to / from, random.nextDouble());
    }

    /** A case in a few words. */
    static String describe(DesignCase input) {
        Topography surface = input.topography();
        String wagner = input.kinetics() instanceof Kinetics.Linear linear
                ? String.format(
                        "%.3g",
                        input.electrolyte().conductivityAt(298.15)
                                * linear.resistanceAt(298.15)
                                / surface.peakSeparation())
                : "0";
        String name = surface.getClass().getSimpleName();
        if (surface instanceof EggBox eggBox) {
            name += " " + eggBox.form();
        } else if (surface instanceof Ridge ridge) {
            name += " " + ridge.profile();
        }
        return String.format(
                "%s, H/S %.3g, λ %s, n %.2f",
                name.toLowerCase(java.util.Locale.ROOT),
                surface.heightToSeparation(),
                wagner,
                input.lithium().creepExponent());
    }
}
