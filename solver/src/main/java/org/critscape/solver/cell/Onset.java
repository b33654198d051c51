package org.critscape.solver.cell;

import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.similarity.LoadCurve;

/**
 * A critical current and where it is one.
 *
 * @param critical at which current
 * @param x of the initiation site in the cell's frame [S]
 * @param y of the initiation site in the cell's frame [S]
 */
record Onset(CriticalCurrent critical, double x, double y) {
    static Onset at(InterfaceSamples samples, CriticalCurrent critical) {
        return new Onset(critical, samples.x()[critical.siteIndex()], samples.y()[critical.siteIndex()]);
    }

    static Onset of(Growth growth, LoadCurve loads) {
        CriticalCurrent critical = growth.at(loads);
        LoadCurve.Site site = loads.sites().get(critical.siteIndex());
        return new Onset(critical, site.x(), site.y());
    }
}
