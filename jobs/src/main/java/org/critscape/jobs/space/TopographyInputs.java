package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Domain.whole;
import static org.critscape.jobs.space.Standard.assumed;
import static org.critscape.jobs.space.Standard.chosen;
import static org.critscape.jobs.space.Standard.none;

import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.Ridge;
import org.critscape.solver.topography.RoughSurface;
import org.critscape.solver.topography.Topography;

/** The inputs of the surface; {@link Parameter} puts them in order. */
final class TopographyInputs {
    static final Input SHAPE =
            new Input("topography.shape", Domain.Options.of(Shape.class), "Family of the interface.", none(1));

    static final Input FORM = new Input(
            "topography.form",
            Domain.Options.of(EggBox.Form.class),
            "Egg-box as a product of two cosines or as their sum.",
            chosen(0, "A cut through its peaks shows the full height, as the cuts of Zhang et al. 2024 do."));

    static final Input PROFILE = new Input(
            "topography.profile",
            Domain.Options.of(Ridge.Profile.class),
            "Cross section of ridges.",
            chosen(0, "The profile without edges."));

    static final Input PEAK_HEIGHT = new Input(
            "topography.peak-height",
            amount(Dimension.LENGTH, 1e-8, 1e-3),
            "Peak to trough, before filtering by the edge resolution; " + Topography.SHALLOWEST + " to "
                    + Topography.STEEPEST + " of the peak separation.",
            none(25e-6));

    static final Input PEAK_SEPARATION = new Input(
            "topography.peak-separation",
            amount(Dimension.LENGTH, 1e-7, 1e-2),
            "Period of the surface, the side of a height map or rough surface; also the length in the Wagner number, so a flat surface needs it too.",
            none(150e-6));

    static final Input TOP_FRACTION = new Input(
            "topography.top-fraction",
            amount(Dimension.NUMBER, 0, 0.9),
            "Width of the flat top by the peak separation; for frustums and trapezoid ridges.",
            assumed(0.5, "Zhang et al. 2024 give no number."));

    static final Input EDGE_RESOLUTION = new Input(
            "topography.edge-resolution",
            amount(Dimension.LENGTH, 1e-9, 1e-4),
            "Standard deviation of the Gaussian that rounds edges and filters height maps and self-affine rough surfaces; "
                    + Topography.SHARPEST + " to " + Topography.BLUNTEST + " of the peak separation.",
            assumed(
                    1e-6,
                    "About the median grain of the powder; a sharp edge would make the result depend on the mesh."));

    static final Input POLARITY = new Input(
            "topography.polarity",
            Domain.Options.of(Polarity.class),
            "Which phase carries the apex of the shape.",
            chosen(0, "Lithium protrudes into the electrolyte where current and pressure are largest."));

    static final Input FILE = new Input(
            "topography.file",
            new Domain.MapFile(),
            "Height map of one period: CSV, one row of decimal numbers per line, or 16-bit greyscale PNG; as many rows as"
                    + " columns, 4 to 1024. The first sample is x = y = 0, x runs along rows and y from row to row. It is"
                    + " continued periodically; a second file in a list is another case.",
            none(0));

    static final Input HEIGHT_SCALE = new Input(
            "topography.height-scale",
            amount(Dimension.LENGTH, 1e-12, 1),
            "What a 1 in a CSV height map stands for; of a PNG, the height of white above black.",
            none(1e-6));

    static final Input SPECTRUM = new Input(
            "topography.spectrum",
            Domain.Options.of(RoughSurface.Spectrum.class),
            "Power spectrum of rough surfaces over the wave number k: exp(-k^2 l^2/4), or (1 + k^2 l^2)^(-1 - H), l being"
                    + " the correlation length and H the Hurst exponent.",
            chosen(0, "Bumps of about one size, the cheapest to resolve."));

    static final Input RMS_HEIGHT = new Input(
            "topography.rms-height",
            amount(Dimension.LENGTH, 1e-9, 1e-3),
            "Root mean square height of rough surfaces as they are solved, after filtering where there is a filter.",
            none(5e-6));

    static final Input CORRELATION_LENGTH = new Input(
            "topography.correlation-length",
            amount(Dimension.LENGTH, 1e-8, 1e-2),
            "Distance over which a rough surface forgets its height; 0.05 to 0.5 of the peak separation, and in practice"
                    + " above 0.2: a whole period is solved, at a cost that rises with its fourth inverse power.",
            none(50e-6));

    static final Input HURST_EXPONENT = new Input(
            "topography.hurst-exponent",
            amount(Dimension.NUMBER, 0.1, 1),
            "Hurst exponent of self-affine rough surfaces.",
            assumed(0.8, "Near that of many fractured and machined surfaces; B. N. J. Persson et al. 2005."));

    static final Input SEED = new Input(
            "topography.seed", whole(0, 1e9), "Which random surface of its kind.", chosen(1, "Any other is as good."));

    private TopographyInputs() {}
}
