package org.critscape.solver.similarity;

import static java.lang.StrictMath.pow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;

/**
 * How an interface loads flaws, for all materials and states that share the groups: the upper right hull of the points
 * (k^(1/n), K_t Π) over the interface.
 *
 * <p>Growth starts where k^(1/n) + B K_t Π is largest (see {@link org.critscape.solver.dendrite.GrowthCriterion}), and
 * that is a point of the hull whatever B ≥ 0:
 *
 * <pre>
 *   E^(−1/n) = h(B) = max (k^(1/n) + B K_t Π),   B = σ1/G
 * </pre>
 *
 * <p>Kept as well are points that round-off could lift onto the hull, and the order of the points. So the growth criterion
 * finds on these points the same load and site, to the last bit, as on all points.
 *
 * @param creepExponent n [1]
 * @param sites in the order in which they were given; the lowest one of equals
 */
public record LoadCurve(double creepExponent, List<Site> sites) {
    /** Round-off by which a point may lie below the hull and be kept, by the load: some hundred units in the last place. */
    private static final double ROUND_OFF = 1e-13;

    /**
     * A place where growth may start.
     *
     * @param x in the cell's frame [S]
     * @param y in the cell's frame [S]
     * @param currentRatio k [1]
     * @param stress what drives: Π, or T where the normal traction does [1]
     * @param curvature larger principal curvature, positive where lithium protrudes [1/S]
     * @param currentRoot k^(1/n), 0 where k is not above 0 [1]
     * @param notchFactor K_t [1]
     */
    public record Site(
            double x,
            double y,
            double currentRatio,
            double stress,
            double curvature,
            double currentRoot,
            double notchFactor) {
        /** k^(1/n) + B K_t Π. */
        public double load(double pressureToFlow) {
            return currentRoot + pressureToFlow * notchFactor * stress;
        }

        private double notchedStress() {
            return notchFactor * stress;
        }

        private boolean isFinite() {
            return Double.isFinite(x + y + currentRatio + stress + curvature + currentRoot + notchFactor);
        }
    }

    /** Checks that there are sites and that they are finite. */
    public LoadCurve {
        sites = List.copyOf(sites);
        if (!(creepExponent >= 1) || sites.isEmpty() || !sites.stream().allMatch(Site::isFinite)) {
            throw new IllegalStateException("no load curve at n = " + creepExponent + " of sites " + sites);
        }
    }

    /**
     * The curve of an interface sampled at some points: those on the hull.
     *
     * @param creepExponent n [1]
     * @param heightToSeparation H/S, for the notch factor [1]
     */
    public static LoadCurve of(
            double creepExponent,
            double heightToSeparation,
            Driving driving,
            NotchFactor notch,
            InterfacePoints points) {
        // Checks all points: one that is not finite must not vanish from the hull.
        return new LoadCurve(
                creepExponent,
                atAll(creepExponent, heightToSeparation, driving, notch, points).hull());
    }

    /** The same with all points kept: where they are few, that is faster. */
    public static LoadCurve atAll(
            double creepExponent,
            double heightToSeparation,
            Driving driving,
            NotchFactor notch,
            InterfacePoints points) {
        double[] stress = points.stress(driving);
        List<Site> sites = new ArrayList<>(stress.length);
        for (int i = 0; i < stress.length; i++) {
            double ratio = points.currentRatio()[i];
            double curvature = points.curvature()[i];
            sites.add(new Site(
                    points.x()[i],
                    points.y()[i],
                    ratio,
                    stress[i],
                    curvature,
                    pow(Math.max(ratio, 0), 1 / creepExponent),
                    notch.factor(curvature, heightToSeparation)));
        }
        return new LoadCurve(creepExponent, sites);
    }

    /**
     * The largest load h(B) = E^(−1/n) [1].
     *
     * @param pressureToFlow B, not negative [1]
     */
    public double load(double pressureToFlow) {
        return sites.get(siteAt(pressureToFlow)).load(pressureToFlow);
    }

    /** Index of the site with the largest load, the lowest one of equals. */
    public int siteAt(double pressureToFlow) {
        if (!(pressureToFlow >= 0)) {
            throw new IllegalStateException("ratio of pressure to flow below 0: " + pressureToFlow);
        }
        int site = 0;
        double load = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < sites.size(); i++) {
            double here = sites.get(i).load(pressureToFlow);
            if (here > load) {
                load = here;
                site = i;
            }
        }
        return site;
    }

    /**
     * The curve of one of its sites alone, put at its place.
     *
     * @param site its index
     * @param x in the cell's frame [S]
     * @param y in the cell's frame [S]
     * @param curvature larger principal curvature, of which the notch factor is left as it was [1/S]
     */
    public LoadCurve only(int site, double x, double y, double curvature) {
        Site there = sites.get(site);
        return new LoadCurve(
                creepExponent,
                List.of(new Site(
                        x,
                        y,
                        there.currentRatio(),
                        there.stress(),
                        curvature,
                        there.currentRoot(),
                        there.notchFactor())));
    }

    /** What stress adds to the largest load, as a part of it from 0 to 1; 0 where it takes away from it [1]. */
    public double stressShare(double pressureToFlow) {
        Site site = sites.get(siteAt(pressureToFlow));
        return Math.max(0, 1 - site.currentRoot() / site.load(pressureToFlow));
    }

    /**
     * Relative error of the critical current that errors of current ratio and stress leave [1]: as much more current and
     * stress everywhere lower it by.
     *
     * @param currentRatioError relative error of k [1]
     * @param stressError relative error of Π or T [1]
     */
    public double criticalCurrentError(double pressureToFlow, double currentRatioError, double stressError) {
        double root = pow(1 + currentRatioError, 1 / creepExponent);
        double raised = sites.stream()
                .mapToDouble(site -> root * site.currentRoot()
                        + pressureToFlow * (site.notchedStress() + stressError * Math.abs(site.notchedStress())))
                .max()
                .orElseThrow();
        return pow(raised / load(pressureToFlow), creepExponent) - 1;
    }

    /** k of all sites [1]. */
    public double[] currentRatios() {
        return all(Site::currentRatio);
    }

    /** Π or T of all sites [1]. */
    public double[] stresses() {
        return all(Site::stress);
    }

    /** Larger principal curvature at all sites [1/S]. */
    public double[] curvatures() {
        return all(Site::curvature);
    }

    private double[] all(ToDoubleFunction<Site> value) {
        return sites.stream().mapToDouble(value).toArray();
    }

    /** What is on the hull, or so near that round-off decides. */
    private List<Site> hull() {
        List<Site> corners = corners();
        double[] turns = new double[corners.size()];
        for (int i = 1; i < turns.length; i++) {
            Site right = corners.get(i - 1), upper = corners.get(i);
            turns[i] = (right.currentRoot() - upper.currentRoot()) / (upper.notchedStress() - right.notchedStress());
        }
        double highest = corners.get(corners.size() - 1).notchedStress();
        List<Site> kept = new ArrayList<>();
        for (Site site : sites) {
            // Where a load comes nearest to the largest, relative to it, the largest one changes its site, or B has no
            // bound.
            boolean isNear = site.notchedStress() >= highest - ROUND_OFF * Math.abs(highest);
            for (int i = 0; i < turns.length && !isNear; i++) {
                double largest = corners.get(i).load(turns[i]);
                isNear = site.load(turns[i]) >= largest - ROUND_OFF * Math.abs(largest);
            }
            if (isNear && kept.stream().noneMatch(other -> isSame(site, other))) {
                kept.add(site);
            }
        }
        return kept;
    }

    private static boolean isSame(Site a, Site b) {
        return a.currentRatio() == b.currentRatio() && a.stress() == b.stress() && a.curvature() == b.curvature();
    }

    /** The corners of the hull from the largest current, B = 0, to the largest stress. */
    private List<Site> corners() {
        List<Site> ordered = sites.stream()
                .sorted(Comparator.comparingDouble(Site::currentRoot)
                        .thenComparingDouble(Site::notchedStress)
                        .reversed())
                .toList();
        List<Site> corners = new ArrayList<>();
        for (Site site : ordered) {
            if (corners.isEmpty()
                    || site.notchedStress() > corners.get(corners.size() - 1).notchedStress()) {
                while (corners.size() > 1 && !turnsLeft(corners, site)) {
                    corners.remove(corners.size() - 1);
                }
                corners.add(site);
            }
        }
        return corners;
    }

    private static boolean turnsLeft(List<Site> corners, Site next) {
        Site before = corners.get(corners.size() - 2), last = corners.get(corners.size() - 1);
        return (before.currentRoot() - last.currentRoot()) * (next.notchedStress() - last.notchedStress())
                < (last.currentRoot() - next.currentRoot()) * (last.notchedStress() - before.notchedStress());
    }
}
