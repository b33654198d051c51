package org.critscape.jobs.report.paper;

import java.util.Locale;
import org.critscape.jobs.space.Shape;

/**
 * A surface as the paper calls it, H25S150. Whole nanometres, so that sizes compare exactly however they were written.
 *
 * @param shape family of the surface
 * @param height H, peak to trough, before filtering [nm]
 * @param separation S, the period [nm]
 */
public record Surface(Shape shape, long height, long separation) {
    private static final double PER_METRE = 1e9;
    private static final long PER_MICROMETRE = 1000;

    /** A surface from lengths in metres. */
    static Surface ofMetres(Shape shape, double height, double separation) {
        return new Surface(shape, Math.round(height * PER_METRE), Math.round(separation * PER_METRE));
    }

    /** A surface from whole micrometres. */
    static Surface ofMicrometres(Shape shape, long height, long separation) {
        return new Surface(shape, height * PER_MICROMETRE, separation * PER_MICROMETRE);
    }

    /** H [µm]. */
    double heightMicrometres() {
        return height / (double) PER_MICROMETRE;
    }

    /** S [µm]. */
    double separationMicrometres() {
        return separation / (double) PER_MICROMETRE;
    }

    /** "H25S150". */
    String label() {
        return "H" + plain(heightMicrometres()) + "S" + plain(separationMicrometres());
    }

    /** "egg-box H25S150". */
    String name() {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-') + " " + label();
    }

    private static String plain(double micrometres) {
        return micrometres == Math.rint(micrometres) ? Long.toString((long) micrometres) : Double.toString(micrometres);
    }
}
