package org.critscape.solver.atlas;

import java.io.Serializable;
import java.util.List;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.SimilarCase;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.similarity.GroupAxis;
import org.critscape.solver.similarity.GroupSolution;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.similarity.LoadCurve;
import org.critscape.solver.similarity.SparseInterpolant;
import org.critscape.solver.similarity.StationOutputs;
import org.critscape.solver.similarity.StationOutputs.Kind;
import org.critscape.solver.topography.FundamentalCell;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces of a family, interpolated: coarse solves at many nodes, and what finer meshes change at a few of them.
 *
 * <p>The stated error adds two: of discretisation, as from one mesh to the next where a case is solved by itself; of interpolation,
 * what the outermost nodes changed, and at least a margin from solves that were not nodes.
 *
 * <p>Immutable; travels to executors.
 */
public final class FamilyAtlas implements Serializable {
    private static final long serialVersionUID = 1L;

    /** From the change between two meshes to the error of the finer one; see the solver's error estimates. */
    private static final double CURRENT_SAFETY = 0.5;

    private static final double STRESS_SAFETY = 1.25;
    private static final double FLOOR = 1e-6;

    /** What is interpolated, at one point. */
    record Point(double[] position, double[] outputs, double[] before, double[] coarse) {}

    private final Family family;
    private final List<GroupAxis> axes;
    private final StationOutputs outputs;
    private final SparseInterpolant coarse;
    private final SparseInterpolant change;
    private final Margins margins;
    private transient @Nullable FundamentalCell frame;

    /**
     * Margins over the solves that an atlas was checked by, relative [1].
     *
     * @param median half of them have a smaller one
     * @param largest none has a larger one
     */
    public record Margin(double median, double largest) {}

    /**
     * @param outputs what both interpolants give
     * @param coarse of coarse solves
     * @param change what finer meshes add
     */
    FamilyAtlas(
            Family family,
            List<GroupAxis> axes,
            StationOutputs outputs,
            SparseInterpolant coarse,
            SparseInterpolant change,
            Margins margins) {
        this.family = family;
        this.axes = List.copyOf(axes);
        this.outputs = outputs;
        this.coarse = coarse;
        this.change = change;
        this.margins = margins;
    }

    /** Whose interfaces these are. */
    public Family family() {
        return family;
    }

    /** The ranges of the groups. */
    public List<GroupAxis> axes() {
        return axes;
    }

    /** What interpolation adds to stated errors of max k, over the checks. */
    public Margin currentRatioMargin() {
        return new Margin(
                margins.currentRatio().median(), margins.currentRatio().largest());
    }

    /** The same of max Π, or T. */
    public Margin stressMargin(Driving driving) {
        return new Margin(
                margins.stress(driving).median(), margins.stress(driving).largest());
    }

    /** The same of the critical current, over the checks at some B each. */
    public Margin criticalCurrentMargin() {
        return new Margin(
                margins.criticalCurrent().median(), margins.criticalCurrent().largest());
    }

    /** How many coarse solves it interpolates. */
    public int nodes() {
        return coarse.nodes();
    }

    /** How many fine ones. */
    public int fineNodes() {
        return change.nodes();
    }

    /** At how many places of the interface fields are interpolated. */
    public int stations() {
        return outputs.stations();
    }

    /** Whether some groups lie in the box, one value of each axis. */
    public boolean covers(double... groups) {
        return coarse.covers(groups);
    }

    /**
     * The outcome of a case of the family.
     *
     * @param groups of the case, covered
     * @param tolerance of the critical current, beyond which the outcome is inaccurate [1]
     * @param advice how to get an accurate one
     */
    public CaseOutcome outcome(SimilarCase similar, double[] groups, double tolerance, String advice) {
        DesignCase input = similar.input();
        Driving driving = input.flaw().driving();
        // Where notches do not count the shape matters at the initiation site alone.
        boolean isNotched = input.flaw().notch() != NotchFactor.NONE;
        double[] weights = coarse.weights(groups);
        double[] finerWeights = change.weights(groups);
        Point point = at(groups, weights, finerWeights, isNotched ? outputs.count() : outputs.withoutShape());
        InterfacePoints points = outputs.points(point.outputs);
        LoadCurve loads = loads(similar, points);
        int site = loads.siteAt(similar.pressureToFlow());
        LoadCurve there = loads.only(
                site,
                value(weights, finerWeights, Kind.X, site),
                value(weights, finerWeights, Kind.Y, site),
                value(weights, finerWeights, Kind.CURVATURE, site));
        double interpolation = criticalInterpolationError(
                point, loads, loads(similar, outputs.points(point.before)), similar.pressureToFlow());
        return similar.outcome(
                frame(input),
                GroupSolution.of(there, outputs.whole(point.outputs, points), points),
                currentDiscretisationError(point) + currentInterpolationError(point),
                stressDiscretisationError(point, Driving.PRESSURE) + stressInterpolationError(point, Driving.PRESSURE),
                loads.criticalCurrentError(
                                similar.pressureToFlow(),
                                currentDiscretisationError(point),
                                stressDiscretisationError(point, driving))
                        + interpolation,
                tolerance,
                advice);
    }

    private static LoadCurve loads(SimilarCase similar, InterfacePoints points) {
        DesignCase input = similar.input();
        return LoadCurve.atAll(
                input.lithium().creepExponent(),
                similar.groups().heightToSeparation(),
                input.flaw().driving(),
                input.flaw().notch(),
                points);
    }

    private double value(double[] weights, double[] finerWeights, Kind kind, int station) {
        int output = outputs.at(kind, station);
        return coarse.evaluate(weights, output) + change.evaluate(finerWeights, output);
    }

    /** All outputs at a place. */
    Point at(double... groups) {
        return at(groups, coarse.weights(groups), change.weights(groups), outputs.count());
    }

    /** The first outputs, so many. */
    private Point at(double[] groups, double[] weights, double[] finerWeights, int count) {
        double[] values = new double[count];
        double[] finer = new double[count];
        double[] outermost = new double[count];
        double[] outermostFiner = new double[count];
        coarse.evaluate(weights, values, outermost);
        change.evaluate(finerWeights, finer, outermostFiner);
        double[] sums = new double[count];
        double[] before = new double[count];
        for (int j = 0; j < count; j++) {
            sums[j] = values[j] + finer[j];
            before[j] = sums[j] - outermost[j] - outermostFiner[j];
        }
        return new Point(position(groups), sums, before, values);
    }

    private double[] position(double[] groups) {
        double[] position = new double[groups.length];
        for (int axis = 0; axis < position.length; axis++) {
            position[axis] = axes.get(axis).position(groups[axis]);
        }
        return position;
    }

    StationOutputs outputs() {
        return outputs;
    }

    /** Estimated relative error of max k that the finer mesh leaves [1]. */
    private double currentDiscretisationError(Point point) {
        double now = outputs.logLargestCurrentRatio(point.outputs);
        return FLOOR + CURRENT_SAFETY * Math.abs(now - outputs.logLargestCurrentRatio(point.coarse));
    }

    /** What interpolation adds to it [1]. */
    double currentInterpolationError(Point point) {
        double change = currentChange(point);
        return Math.max(change, margins.currentRatio().at(point.position, change));
    }

    /** What the outermost nodes changed in ln max k, without sign. */
    double currentChange(Point point) {
        return Math.abs(outputs.logLargestCurrentRatio(point.outputs) - outputs.logLargestCurrentRatio(point.before));
    }

    /** Estimated error of max Π or T that the finer mesh leaves, by it [1]. */
    private double stressDiscretisationError(Point point, Driving driving) {
        double now = outputs.largestStress(point.outputs, driving);
        return STRESS_SAFETY * Math.abs((now - outputs.largestStress(point.coarse, driving)) / now);
    }

    /** What interpolation adds to it [1]. */
    double stressInterpolationError(Point point, Driving driving) {
        double change = stressChange(point, driving);
        return Math.max(change, margins.stress(driving).at(point.position, change));
    }

    /** What the outermost nodes changed in max Π or T, by it and without sign [1]. */
    double stressChange(Point point, Driving driving) {
        double now = outputs.largestStress(point.outputs, driving);
        return Math.abs((now - outputs.largestStress(point.before, driving)) / now);
    }

    /**
     * What interpolation adds to the error of the critical current [1].
     *
     * @param before the load curve without the outermost nodes
     */
    double criticalInterpolationError(Point point, LoadCurve loads, LoadCurve before, double pressureToFlow) {
        double change = Margins.relative(loads, before, pressureToFlow);
        double[] place = Margins.place(point, loads.stressShare(pressureToFlow));
        return Math.max(change, margins.criticalCurrent().at(place, change));
    }

    private FundamentalCell frame(DesignCase input) {
        if (!family.shape().isEdged()) {
            return input.topography().fundamentalCell();
        }
        // The frame of a shape with edges is that of all its family, and the shape takes long to set up.
        FundamentalCell known = frame;
        if (known == null) {
            double[] groups = axes.stream().mapToDouble(GroupAxis::low).toArray();
            known = family.topography(groups).fundamentalCell();
            frame = known;
        }
        return known;
    }
}
