package org.critscape.jobs.table;

import static org.critscape.jobs.table.CaseColumns.input;
import static org.critscape.jobs.table.CaseColumns.word;
import static org.critscape.jobs.table.Column.Group.INPUT;
import static org.critscape.jobs.table.Presence.ALWAYS;
import static org.critscape.jobs.table.Presence.APPLICABLE;
import static org.critscape.jobs.table.Presence.MEASURED;

import java.util.List;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.SampledMap;
import org.critscape.jobs.space.Shape;
import org.critscape.solver.cell.DesignCase;
import org.jspecify.annotations.Nullable;

/** The surface that a case asks for: columns of the table {@code cases}. */
final class SurfaceColumns {
    private SurfaceColumns() {}

    /** In the order they are written. */
    static List<Column<CaseRecord>> columns() {
        return List.of(
                word("topography", ALWAYS, "family of the surface", Parameter.SHAPE),
                word("egg_box_form", APPLICABLE, "product or sum of the two waves", Parameter.FORM),
                word("ridge_profile", APPLICABLE, "cross section of the wave", Parameter.PROFILE),
                Column.<CaseRecord>number(
                                INPUT,
                                "peak_height_m",
                                "m",
                                MEASURED,
                                "H, peak to trough, before filtering; 0 when flat",
                                SurfaceColumns::peakHeight)
                        .of(Parameter.PEAK_HEIGHT),
                input("peak_separation_m", "m", "S, the period", Parameter.PEAK_SEPARATION),
                Column.number(INPUT, "height_to_separation", "1", MEASURED, "H/S", SurfaceColumns::heightToSeparation),
                input("edge_resolution_m", "m", "standard deviation of the filter", Parameter.EDGE_RESOLUTION),
                input("top_fraction", "1", "width of the flat top by S", Parameter.TOP_FRACTION),
                word("polarity", APPLICABLE, "phase that carries the apex", Parameter.POLARITY),
                Column.<CaseRecord>text(
                                INPUT,
                                "height_map",
                                APPLICABLE,
                                "file of the height map, as the study spells it",
                                r -> r.word(Parameter.FILE))
                        .of(Parameter.FILE),
                Column.text(
                        INPUT,
                        "height_map_sha256",
                        APPLICABLE,
                        "SHA-256 of the height map's samples, doubles in big-endian order, row by row",
                        r -> r.point().uses(Parameter.FILE)
                                ? r.point().map().map(SampledMap::digest).orElse(null)
                                : null),
                input("height_scale_m", "m", "height of a sample of 1 of the height map", Parameter.HEIGHT_SCALE),
                word("spectrum", APPLICABLE, "power spectrum of the rough surface", Parameter.SPECTRUM),
                input("rms_height_m", "m", "root mean square height of the rough surface", Parameter.RMS_HEIGHT),
                input(
                        "correlation_length_m",
                        "m",
                        "correlation length of the rough surface",
                        Parameter.CORRELATION_LENGTH),
                input("hurst_exponent", "1", "Hurst exponent of the rough surface", Parameter.HURST_EXPONENT),
                input("seed", "1", "seed of the rough surface, a whole number", Parameter.SEED));
    }

    private static @Nullable Double peakHeight(CaseRecord record) {
        Double height = record.number(Parameter.PEAK_HEIGHT);
        if (height != null) {
            return height;
        }
        DesignCase described = record.designCase();
        if (described != null) {
            return (Double) described.topography().peakHeight();
        }
        return record.point().shape() == Shape.FLAT ? (Double) 0.0 : null;
    }

    private static @Nullable Double heightToSeparation(CaseRecord record) {
        Double height = peakHeight(record);
        return height == null ? null : (Double) (height / record.point().number(Parameter.PEAK_SEPARATION));
    }
}
