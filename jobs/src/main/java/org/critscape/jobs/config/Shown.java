package org.critscape.jobs.config;

import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;

/** Values as a configuration file would write them. */
final class Shown {
    private Shown() {}

    /** A value [SI], in quotes where it carries a unit. */
    static String example(Domain domain, double value) {
        if (domain instanceof Domain.Interval interval && interval.dimension() != Dimension.NUMBER) {
            return "\"" + Unit.show(interval.dimension(), value) + "\"";
        }
        if (domain instanceof Domain.MapFile) {
            return "\"" + Domain.MapFile.EXAMPLE + "\"";
        }
        return domain instanceof Domain.Interval ? Unit.ONE.show(value) : domain.describe(value);
    }
}
