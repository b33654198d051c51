package org.critscape.jobs.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Lanes over one axis in bundles: of each lane the stretches where something is so. Bundles and lanes run from below.
 *
 * @param title of the panel
 * @param xTitle of the axis
 * @param low left end of the axis
 * @param high right end of the axis, above it
 * @param ticks places of its marks
 * @param bundles with their lanes
 */
public record LanePanel(String title, String xTitle, double low, double high, List<Tick> ticks, List<Bundle> bundles)
        implements Panel {
    private static final int WIDTH = 330;
    private static final int LANE = 8;
    private static final int LEFT = 78;
    private static final int RIGHT = 14;
    private static final int TOP = 34;
    private static final int BOTTOM = 48;
    private static final int GAP = 5;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    /** A mark of the axis. */
    public record Tick(double place, String word) {}

    /** Lanes of one value. */
    public record Bundle(String word, List<Lane> lanes) {
        /** Copies the list. */
        public Bundle {
            lanes = List.copyOf(lanes);
        }
    }

    /** A lane. */
    public record Lane(String word, List<Stretch> stretches) {
        /** Copies the list. */
        public Lane {
            stretches = List.copyOf(stretches);
        }
    }

    /** A part of a lane, from a place to a later one. */
    public record Stretch(double from, double to, Shade shade) {}

    /** How much of what is asked is so. */
    public enum Shade {
        /** All of it. */
        ALL(Palette.LINES.get(0)),
        /** Some of it. */
        SOME(Palette.LINES.get(4)),
        /** None, but some of it may be. */
        OPEN(Palette.GRID);

        private final Color colour;

        Shade(Color colour) {
            this.colour = colour;
        }
    }

    /** Copies the lists. */
    public LanePanel {
        ticks = List.copyOf(ticks);
        bundles = List.copyOf(bundles);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return TOP + BOTTOM + bundles.stream().mapToInt(LanePanel::height).sum();
    }

    private static int height(Bundle bundle) {
        return LANE * bundle.lanes().size() + GAP;
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setColor(Palette.TEXT);
        graphics.setFont(FONT.deriveFont(Font.BOLD, 13f));
        graphics.drawString(title, LEFT, TOP - 12);
        int bottom = height() - BOTTOM;
        graphics.setFont(FONT);
        int y = bottom;
        for (Bundle bundle : bundles) {
            y -= height(bundle);
            paint(graphics, bundle, y);
        }
        axis(graphics, bottom);
    }

    private void paint(Graphics2D graphics, Bundle bundle, int top) {
        int size = bundle.lanes().size();
        int bottom = top + height(bundle);
        for (int i = 0; i < size; i++) {
            int y = bottom - GAP / 2 - LANE * (i + 1);
            for (Stretch stretch : bundle.lanes().get(i).stretches()) {
                double from = x(stretch.from());
                graphics.setColor(stretch.shade().colour);
                graphics.fill(new Rectangle2D.Double(from, y, x(stretch.to()) - from, LANE - 1));
            }
            graphics.setColor(Palette.AXIS);
            graphics.setFont(FONT.deriveFont(7f));
            right(graphics, bundle.lanes().get(i).word(), LEFT - 4, y + LANE - 1);
        }
        graphics.setColor(Palette.TEXT);
        graphics.setFont(FONT);
        right(graphics, bundle.word(), LEFT - 18, (top + bottom) / 2 + 4);
        graphics.setColor(Palette.AXIS);
        graphics.draw(new Rectangle2D.Double(LEFT, top, WIDTH - LEFT - RIGHT, height(bundle)));
    }

    private void axis(Graphics2D graphics, int bottom) {
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(Palette.TEXT);
        for (Tick tick : ticks) {
            int x = (int) x(tick.place());
            graphics.drawLine(x, bottom, x, bottom + 4);
            graphics.drawString(tick.word(), x - metrics.stringWidth(tick.word()) / 2, bottom + 17);
        }
        graphics.drawString(xTitle, (LEFT + WIDTH - RIGHT - metrics.stringWidth(xTitle)) / 2, bottom + 34);
    }

    private static void right(Graphics2D graphics, String word, int x, int y) {
        graphics.drawString(word, x - graphics.getFontMetrics().stringWidth(word), y);
    }

    private double x(double place) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (Math.min(high, Math.max(low, place)) - low) / (high - low);
    }
}
