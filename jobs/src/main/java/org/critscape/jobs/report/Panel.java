package org.critscape.jobs.report;

import java.awt.Graphics2D;

/** A part of a figure that can paint itself. */
public interface Panel {
    /** Width [px]. */
    int width();

    /** Height [px]. */
    int height();

    /** Paints itself with its upper left corner at the origin. */
    void paint(Graphics2D graphics);
}
