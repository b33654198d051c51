package org.critscape.jobs.report.paper;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A closure as the study of closures tells them apart.
 *
 * @param shared what all its cases have in common
 * @param form of the egg-box, "product" or "sum"
 * @param topFraction width of the frustum's flat top by S; null where no frustum is there
 * @param edgeResolution of pyramid and frustum [m]; null where neither is there
 * @param pressureRatio B at S = 150 µm, without notch factor; NaN where no case tells
 */
record ClosureInputs(
        SharedInputs shared,
        String form,
        @Nullable Double topFraction,
        @Nullable Double edgeResolution,
        double pressureRatio) {
    /** κ R_ct [µm], rounded so that what was meant to be one length is one. */
    double kineticMicrometres() {
        return Math.round(shared.kineticLength() * 1e10) / 1e4;
    }

    double creepExponent() {
        return shared.number("creep_exponent");
    }

    String notch() {
        return shared.word("notch");
    }

    String driving() {
        return shared.word("driving");
    }

    /** In one line. */
    String words() {
        String shapes = (topFraction == null ? "" : ", top fraction " + plain(topFraction))
                + (edgeResolution == null ? "" : ", edges of " + plain(Math.round(edgeResolution * 1e9) / 1e3) + " µm");
        String transition = shared.transitionRate() == 0
                ? ""
                : String.format(Locale.ROOT, " above %.3g/s", shared.transitionRate());
        return String.format(
                Locale.ROOT,
                "κ R_ct = %s µm, n = %s%s, notch %s, driving %s, wall %s, %s form%s, B = %.3g",
                plain(kineticMicrometres()),
                plain(creepExponent()),
                transition,
                notch(),
                driving().replace('-', ' '),
                shared.word("wall").replace('-', ' '),
                form,
                shapes,
                pressureRatio);
    }

    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
