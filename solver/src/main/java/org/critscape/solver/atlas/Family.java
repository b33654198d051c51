package org.critscape.solver.atlas;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.cell.Operation;
import org.critscape.solver.cell.SolverSettings;
import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.dendrite.NotchFactor;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.Wall;
import org.critscape.solver.quantity.PhysicalConstants;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.similarity.GroupAxis;
import org.critscape.solver.similarity.GroupAxis.Scale;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.HeightMap;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.SquarePyramid;
import org.critscape.solver.topography.Topography;

/**
 * Cases whose interfaces differ in a few numbers only, the groups: H/S, λ, n, and of shapes with edges σ_e/S and t.
 *
 * <p>Beside the shape a family has what changes numbers in steps: the wall, and the solver's orders and regularisation.
 *
 * @param shape of the interface
 * @param polarity which phase has its apex at the origin; lithium of egg-boxes and cosine ridges, which are the same either way
 * @param wall how lithium moves along the interface
 * @param currentOrder see {@link SolverSettings}
 * @param creepOrder see {@link SolverSettings}
 * @param regularisation see {@link SolverSettings} [1]
 * @param newtonTolerance see {@link SolverSettings} [1]
 * @param newtonIterations see {@link SolverSettings}
 */
public record Family(
        ShapeKind shape,
        Polarity polarity,
        Wall wall,
        int currentOrder,
        int creepOrder,
        double regularisation,
        double newtonTolerance,
        int newtonIterations)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** S of the cases that are solved for a family; any would do [m]. */
    private static final double SEPARATION = 1e-4;

    /** Just within what the model covers, so that round-off leads to nothing that it refuses. */
    private static final double ABOVE = 1 + 1e-9;

    private static final double BELOW = 1 - 1e-9;

    /** Shapes, each with a name and the groups it adds. */
    public enum ShapeKind {
        /** See {@link EggBox}. */
        EGG_BOX_PRODUCT(false, false),
        /** See {@link EggBox}. */
        EGG_BOX_SUM(false, false),
        /** See {@link SquarePyramid}. */
        SQUARE_PYRAMID(true, false),
        /** See {@link Frustum}. */
        FRUSTUM(true, true),
        /** See {@link Ridge}. */
        COSINE_RIDGE(false, false),
        /** See {@link Ridge}. */
        TRIANGLE_RIDGE(true, false),
        /** See {@link Ridge}. */
        TRAPEZOID_RIDGE(true, true);

        private final boolean edged;
        private final boolean topped;

        ShapeKind(boolean edged, boolean topped) {
            this.edged = edged;
            this.topped = topped;
        }

        /** Whether it has edges, and thus an edge resolution. */
        public boolean isEdged() {
            return edged;
        }

        private static ShapeKind of(Topography topography) {
            if (topography instanceof EggBox box) {
                return box.form() == EggBox.Form.PRODUCT ? EGG_BOX_PRODUCT : EGG_BOX_SUM;
            } else if (topography instanceof SquarePyramid) {
                return SQUARE_PYRAMID;
            } else if (topography instanceof Frustum) {
                return FRUSTUM;
            } else if (topography instanceof Ridge ridge) {
                return switch (ridge.profile()) {
                    case COSINE -> COSINE_RIDGE;
                    case TRIANGLE -> TRIANGLE_RIDGE;
                    case TRAPEZOID -> TRAPEZOID_RIDGE;
                };
            }
            throw new IllegalStateException("no family of " + topography);
        }
    }

    /** Why a case belongs to no family and is solved by itself; empty where it does belong to one. */
    public static Optional<String> reasonAgainst(DesignCase designCase) {
        Topography topography = designCase.topography();
        String reason = null;
        if (topography instanceof Flat) {
            reason = "the plane is solved in closed form";
        } else if (topography instanceof HeightMap || topography instanceof RoughSurface) {
            reason = "a surface that is not made of a few numbers has no neighbours";
        } else if (designCase.isCurrentOnly()) {
            reason = "the current distribution alone is solved in milliseconds";
        } else if (designCase.kinetics().dependsOnCurrent()) {
            reason = "its kinetics depend on the current density, so its fields do";
        } else if (designCase.lithium().hasTransition()) {
            reason = "its creep law changes with the rate, so its fields depend on the current density";
        }
        return Optional.ofNullable(reason);
    }

    /** The family of a case for which there is no {@link #reasonAgainst}. */
    public static Family of(DesignCase designCase) {
        SolverSettings settings = designCase.settings();
        Topography topography = designCase.topography();
        Polarity polarity = Polarity.LITHIUM;
        if (topography instanceof SquarePyramid pyramid) {
            polarity = pyramid.polarity();
        } else if (topography instanceof Frustum frustum) {
            polarity = frustum.polarity();
        } else if (topography instanceof Ridge ridge && ridge.profile() != Ridge.Profile.COSINE) {
            polarity = ridge.polarity();
        }
        return new Family(
                ShapeKind.of(topography),
                polarity,
                designCase.lithium().wall(),
                settings.currentOrder(),
                settings.creepOrder(),
                settings.regularisation(),
                settings.newtonTolerance(),
                settings.newtonIterations());
    }

    /** The groups of a case of this family, one for each of {@link #quantities}. */
    public double[] groups(DesignCase designCase, DimensionlessGroups similar) {
        Topography topography = designCase.topography();
        double sigma = Double.NaN;
        double top = Double.NaN;
        if (topography instanceof SquarePyramid pyramid) {
            sigma = pyramid.edgeResolution();
        } else if (topography instanceof Frustum frustum) {
            sigma = frustum.edgeResolution();
            top = frustum.topFraction();
        } else if (topography instanceof Ridge ridge) {
            sigma = ridge.edgeResolution();
            top = ridge.topFraction();
        }
        double[] groups = new double[shape.topped ? 5 : shape.edged ? 4 : 3];
        groups[Quantity.STEEPNESS_AT] = similar.heightToSeparation();
        groups[Quantity.WAGNER_AT] = similar.wagnerNumber();
        groups[Quantity.EXPONENT_AT] = similar.creepExponent();
        if (shape.edged) {
            groups[Quantity.EDGE_AT] = sigma / topography.peakSeparation();
        }
        if (shape.topped) {
            groups[Quantity.TOP_AT] = top;
        }
        return groups;
    }

    /** Whether an atlas may cover some groups at all: nearly all that the model does. */
    public boolean isCovered(double... groups) {
        List<Quantity> quantities = quantities();
        for (int i = 0; i < groups.length; i++) {
            if (!quantities.get(i).covers(groups[i])) {
                return false;
            }
        }
        return true;
    }

    /** The groups in order and the coordinates they are interpolated in. */
    public List<Quantity> quantities() {
        Quantity wagner = shape.edged ? Quantity.WAGNER_AT_EDGES : Quantity.WAGNER;
        List<Quantity> quantities = new ArrayList<>(List.of(Quantity.STEEPNESS, wagner, Quantity.EXPONENT));
        if (shape.edged) {
            quantities.add(Quantity.EDGE);
        }
        if (shape.topped) {
            quantities.add(Quantity.TOP);
        }
        return quantities;
    }

    /** A group. */
    public enum Quantity {
        /** H/S. */
        STEEPNESS("H/S", Scale.LOGARITHMIC, Topography.SHALLOWEST * ABOVE, Topography.STEEPEST * BELOW),
        /** λ. */
        WAGNER("Wagner number", Scale.SATURATING, 0, DimensionlessGroups.LARGEST_WAGNER_NUMBER * BELOW),
        /** λ of shapes with edges. */
        WAGNER_AT_EDGES("Wagner number", Scale.WIDELY_SATURATING, 0, DimensionlessGroups.LARGEST_WAGNER_NUMBER * BELOW),
        /** n. */
        EXPONENT("creep exponent", Scale.INVERSE, 1, 8),
        /** σ_e/S. */
        EDGE("edge resolution by S", Scale.LOGARITHMIC, Topography.SHARPEST * ABOVE, Topography.BLUNTEST * BELOW),
        /** t; without a flat top the places of stations differ. */
        TOP("top fraction", Scale.LINEAR, 0.02, 0.9);

        /** Where H/S stands among the groups. */
        static final int STEEPNESS_AT = 0;

        /** Where λ does. */
        static final int WAGNER_AT = 1;

        /** Where n does. */
        static final int EXPONENT_AT = 2;

        private static final int EDGE_AT = 3;
        private static final int TOP_AT = 4;

        /** Steps of the coordinate to which ranges are widened, so that similar studies share their nodes. */
        private static final double STEP = 0.05;

        private final String words;
        private final Scale scale;
        private final double least;
        private final double most;

        Quantity(String words, Scale scale, double least, double most) {
            this.words = words;
            this.scale = scale;
            this.least = least;
            this.most = most;
        }

        /** Its name. */
        public String words() {
            return words;
        }

        /**
         * An axis over a range, widened to whole steps of the coordinate but not beyond what the model covers; one value
         * alone stays as it is.
         */
        public GroupAxis axis(double low, double high) {
            if (low == high) {
                return new GroupAxis(words, scale, low, high);
            }
            GroupAxis all = new GroupAxis(words, scale, least, most);
            boolean isWide = scale == Scale.LOGARITHMIC || scale == Scale.WIDELY_SATURATING;
            double step = isWide ? 4 * STEP : STEP;
            double from = Math.min(all.coordinate(low), all.coordinate(high));
            double to = Math.max(all.coordinate(low), all.coordinate(high));
            double one = all.value(within(all, StrictMath.floor(from / step) * step));
            double other = all.value(within(all, StrictMath.ceil(to / step) * step));
            return new GroupAxis(
                    words, scale, Math.min(low, Math.min(one, other)), Math.max(high, Math.max(one, other)));
        }

        private static double within(GroupAxis all, double coordinate) {
            double one = all.coordinate(all.low());
            double other = all.coordinate(all.high());
            return Math.min(Math.max(coordinate, Math.min(one, other)), Math.max(one, other));
        }

        /** Whether the atlas may cover a value at all. */
        boolean covers(double value) {
            return value >= least && value <= most;
        }
    }

    /** A case with some groups, to be solved for all that share them. */
    public DesignCase representative(double[] groups) {
        MaterialPreset preset = MaterialPreset.LI6PS5CL;
        double conductivity = preset.electrolyte().conductivityAt(PhysicalConstants.REFERENCE_TEMPERATURE);
        Kinetics kinetics = groups[Quantity.WAGNER_AT] == 0
                ? new Kinetics.Primary()
                : new Kinetics.Linear(groups[Quantity.WAGNER_AT] * SEPARATION / conductivity, 0);
        Lithium lithium = new Lithium(
                preset.lithium().molarVolume(),
                groups[Quantity.EXPONENT_AT],
                preset.lithium().creepConstant(),
                preset.lithium().creepActivationEnergy(),
                wall);
        return new DesignCase(
                topography(groups),
                preset.electrolyte(),
                kinetics,
                lithium,
                new Flaw(1e-6, NotchFactor.NONE, 10),
                new Operation(PhysicalConstants.REFERENCE_TEMPERATURE, 7e6),
                settings());
    }

    private SolverSettings settings() {
        SolverSettings defaults = SolverSettings.DEFAULT;
        return new SolverSettings(
                currentOrder,
                creepOrder,
                regularisation,
                newtonTolerance,
                newtonIterations,
                defaults.tolerance(),
                defaults.pressureTolerance(),
                defaults.largestUnknowns());
    }

    /** The shape with some groups. */
    public Topography topography(double[] groups) {
        double height = groups[Quantity.STEEPNESS_AT] * SEPARATION;
        double sigma = shape.edged ? groups[Quantity.EDGE_AT] * SEPARATION : Double.NaN;
        double top = shape.topped ? groups[Quantity.TOP_AT] : 0;
        return switch (shape) {
            case EGG_BOX_PRODUCT -> new EggBox(EggBox.Form.PRODUCT, height, SEPARATION, polarity);
            case EGG_BOX_SUM -> new EggBox(EggBox.Form.SUM, height, SEPARATION, polarity);
            case SQUARE_PYRAMID -> new SquarePyramid(height, SEPARATION, sigma, polarity);
            case FRUSTUM -> new Frustum(height, SEPARATION, top, sigma, polarity);
            case COSINE_RIDGE -> new Ridge(Ridge.Profile.COSINE, height, SEPARATION, 0, 0, polarity);
            case TRIANGLE_RIDGE -> new Ridge(Ridge.Profile.TRIANGLE, height, SEPARATION, 0, sigma, polarity);
            case TRAPEZOID_RIDGE -> new Ridge(Ridge.Profile.TRAPEZOID, height, SEPARATION, top, sigma, polarity);
        };
    }

    /** "square pyramid", with the polarity and the wall where they are not the usual ones. */
    public String words() {
        String name = shape.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return name
                + (polarity == Polarity.LITHIUM ? "" : ", electrolyte apex")
                + (wall == Wall.STICK ? "" : ", free slip");
    }
}
