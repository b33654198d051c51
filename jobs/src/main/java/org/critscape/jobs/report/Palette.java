package org.critscape.jobs.report;

import java.awt.Color;
import java.util.List;

/** Colours that colour-blind people can tell apart, and that stay apart in grey. */
final class Palette {
    /** Okabe and Ito's, without its yellow, which is lost on white. */
    static final List<Color> LINES = List.of(
            new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7), new Color(0x56B4E9));

    static final Color TEXT = new Color(0x222222);
    static final Color AXIS = new Color(0x777777);
    static final Color GRID = new Color(0xE4E4E4);

    /** Matplotlib's viridis (CC0), from dark and low to bright and high. */
    static final List<Color> SCALE = List.of(
            new Color(0x440154),
            new Color(0x482878),
            new Color(0x3E4A89),
            new Color(0x31688E),
            new Color(0x26828E),
            new Color(0x1F9E89),
            new Color(0x35B779),
            new Color(0x6DCD59),
            new Color(0xB4DE2C),
            new Color(0xFDE725));

    private Palette() {}
}
