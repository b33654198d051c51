package org.critscape.jobs.dataset;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which cases share a solve. With linear kinetics the current ratio and the pressure function follow from the shape, H/S, λ,
 * n, the wall and the edge by S; such cases differ in scale alone, so that a model which has seen one knows the others.
 * Ratios count to nine digits, since the same ratio of other lengths may differ in its last bits. With kinetics that are not
 * linear a group holds more than one solve, which is as good.
 */
final class Grouping {
    /** Turned over, these shapes are themselves, shifted by half a period. */
    private static final String POLARITY = "CASE WHEN topography = 'egg-box' OR ridge_profile IN ('cosine', 'triangle')"
            + " THEN 'lithium' ELSE polarity END";

    private static final List<String> WORDS =
            List.of("topography", "egg_box_form", "ridge_profile", POLARITY, "height_map_sha256", "spectrum", "wall");

    private static final List<String> NUMBERS = List.of(
            "height_to_separation",
            "wagner_number",
            "creep_exponent",
            "top_fraction",
            "hurst_exponent",
            "seed",
            "edge_resolution_m / peak_separation_m",
            "rms_height_m / peak_separation_m",
            "correlation_length_m / peak_separation_m");

    /** The group of a row of the case table, in SQL: 32 hexadecimal digits. */
    static final String GROUP_ID = "substr(sha2(concat_ws('|', "
            + Stream.concat(WORDS.stream(), NUMBERS.stream().map(Grouping::digits))
                    .map(part -> "coalesce(" + part + ", '')")
                    .collect(Collectors.joining(", "))
            + "), 256), 1, 32)";

    /** A number from 0 to 1 that the column {@code group_id} alone decides, in SQL: 52 bits of it. */
    static final String SHARE = "CAST(conv(substr(group_id, 1, 13), 16, 10) AS DOUBLE) / 4503599627370496D";

    private Grouping() {}

    /** A number to nine digits, as text. */
    private static String digits(String number) {
        return "format_string('%.8e', " + number + ")";
    }

    /** The same as a number. */
    static String rounded(String number) {
        return "CAST(" + digits(number) + " AS DOUBLE)";
    }
}
