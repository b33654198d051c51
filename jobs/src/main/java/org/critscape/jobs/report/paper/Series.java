package org.critscape.jobs.report.paper;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.critscape.jobs.space.Shape;

/** The surfaces that the paper compares with each other. */
public enum Series {
    /** Rising height at one separation: H/S rises. */
    HEIGHT("at a peak separation of 150 µm", "peak height [µm]", Surface::heightMicrometres, eggBoxes(new long[][] {
        {5, 150}, {10, 150}, {15, 150}, {20, 150}, {25, 150}, {30, 150}, {40, 150}, {50, 150}, {60, 150}, {75, 150}
    })),
    /** Falling separation at one height: H/S rises. */
    SEPARATION(
            "at a peak height of 25 µm", "peak separation [µm]", Surface::separationMicrometres, eggBoxes(new long[][] {
                {25, 250}, {25, 200}, {25, 150}, {25, 125}, {25, 100}, {25, 75}, {25, 50}
            })),
    /** Rising size at H/S = 1/6. */
    SIZE(
            "at a height by separation of 1/6",
            "peak separation [µm]",
            Surface::separationMicrometres,
            eggBoxes(new long[][] {{5, 30}, {25, 150}, {50, 300}, {100, 600}, {150, 900}})),
    /** The three shapes of one size. */
    SHAPES(
            "of the three shapes",
            "",
            surface -> 0,
            List.of(
                    Surface.ofMicrometres(Shape.FRUSTUM, 25, 150),
                    Surface.ofMicrometres(Shape.EGG_BOX, 25, 150),
                    Surface.ofMicrometres(Shape.SQUARE_PYRAMID, 25, 150)));

    /** The egg-box that belongs to all of them. */
    static final Surface COMMON = Surface.ofMicrometres(Shape.EGG_BOX, 25, 150);

    private final String words;
    private final String axis;
    private final ToDoubleFunction<Surface> position;
    private final List<Surface> surfaces;

    Series(String words, String axis, ToDoubleFunction<Surface> position, List<Surface> surfaces) {
        this.words = words;
        this.axis = axis;
        this.position = position;
        this.surfaces = surfaces;
    }

    private static List<Surface> eggBoxes(long[][] sizes) {
        return Arrays.stream(sizes)
                .map(size -> Surface.ofMicrometres(Shape.EGG_BOX, size[0], size[1]))
                .toList();
    }

    /** What they have in common. */
    String words() {
        return words;
    }

    /** What their axis shows, with its unit. */
    String axis() {
        return axis;
    }

    /** The place of a surface on that axis. */
    double position(Surface surface) {
        return position.applyAsDouble(surface);
    }

    /** The surfaces, those of the smaller H/S or size first. */
    public List<Surface> surfaces() {
        return surfaces;
    }
}
