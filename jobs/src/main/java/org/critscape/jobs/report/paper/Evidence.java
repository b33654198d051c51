package org.critscape.jobs.report.paper;

import java.util.Optional;

/**
 * What the checks are judged by.
 *
 * @param rows of the surfaces under one closure
 * @param tip where current and pressure are largest on the egg-box that all series share; empty where its fields are
 *     not there
 */
public record Evidence(PaperRows rows, Optional<TipContrast> tip) {
    /**
     * The fields at the tip of the lithium protrusion, less their largest values elsewhere, by their largest values.
     * The tip is what lies within a tenth of the separation.
     *
     * @param current of the local current density [1]
     * @param pressure of the excess pressure [1]
     */
    public record TipContrast(Estimate current, Estimate pressure) {}
}
