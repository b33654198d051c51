package org.critscape.solver.cell;

import java.util.ArrayList;
import java.util.List;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.topography.FundamentalCell;

/**
 * The samples of a fundamental cell, unfolded by its mirrors over one whole period: 8 or 16 copies of a triangle, two of
 * a strip along each of some lines y = const, a square as it is.
 *
 * <p>Each place of the period comes once, whichever elements or mirrors share it, but for the edge of the period, which
 * is drawn on both sides.
 */
final class InterfaceUnfolding {
    /** Lines y = const over a strip, without the last one, which is the first one again. */
    private static final int LINES = 16;

    /** Distance from the edge of the period, by S, within which a point counts as on it: round-off. */
    private static final double ON_EDGE = 1e-12;

    private final FundamentalCell cell;
    private final List<Place> places = new ArrayList<>();

    /**
     * A point of the period.
     *
     * @param x in the topography's frame, −1/2..1/2 [S]
     * @param y the same [S]
     * @param sample whose fields it has
     */
    record Place(double x, double y, int sample) {}

    private InterfaceUnfolding(FundamentalCell cell) {
        this.cell = cell;
    }

    static List<Place> places(ExtrudedMesh mesh, InterfaceSamples samples) {
        InterfaceUnfolding unfolding = new InterfaceUnfolding(mesh.cell());
        for (int i = 0; i < samples.x().length; i++) {
            InterfaceSamples.Position position = samples.position(i, mesh);
            if (!position.repeated()) {
                unfolding.add(i, samples.x()[i], samples.y()[i], position);
            }
        }
        return List.copyOf(unfolding.places);
    }

    /** The plane, whose one sample stands for all. */
    static List<Place> plane(FundamentalCell cell) {
        InterfaceUnfolding unfolding = new InterfaceUnfolding(cell);
        for (int row = 0; row < LINES; row++) {
            unfolding.addLines(0, (double) row / LINES);
        }
        return List.copyOf(unfolding.places);
    }

    private void add(int sample, double x, double y, InterfaceSamples.Position position) {
        switch (cell.footprint()) {
            case TRIANGLE -> addMirrored(sample, x, y, position);
            case STRIP -> {
                addLines(sample, x);
                if (!position.onFirstRow() && !position.onLastRow()) {
                    addLines(sample, -x);
                }
            }
            case SQUARE -> {
                if (!position.onLastRow() && !position.onLastLine()) {
                    addPlace(sample, x, y);
                }
            }
        }
    }

    private void addLines(int sample, double x) {
        for (int line = 0; line < LINES; line++) {
            addPlace(sample, x, (double) line / LINES);
        }
    }

    /** The images in the axes and in the diagonal, modulo the period 2 · width of the triangle's own frame. */
    private void addMirrored(int sample, double x, double y, InterfaceSamples.Position position) {
        boolean isOnDiagonal = position.onFirstRow() || position.onLastLine();
        boolean isOnLeg = position.onFirstRow() || position.onFirstLine();
        boolean isOnFarSide = position.onLastRow();
        for (int swap = 0; swap < (isOnDiagonal ? 1 : 2); swap++) {
            for (int majorSign = 1; majorSign >= (position.onFirstRow() || isOnFarSide ? 1 : -1); majorSign -= 2) {
                boolean isMinorOnMirror = isOnLeg || (isOnDiagonal && isOnFarSide);
                for (int minorSign = 1; minorSign >= (isMinorOnMirror ? 1 : -1); minorSign -= 2) {
                    double major = majorSign * x, minor = minorSign * y;
                    addShifted(sample, swap == 0 ? major : minor, swap == 0 ? minor : major);
                }
            }
        }
    }

    /** A turned frame's own period holds half the points of the topography's. */
    private void addShifted(int sample, double x, double y) {
        addPlace(sample, x, y);
        if (cell.eighthTurns() == 1) {
            addPlace(sample, x + 2 * cell.width(), y);
        }
    }

    private void addPlace(int sample, double x, double y) {
        double placeX = halfOpen(cell.originX() + cell.alongX(x, y));
        double placeY = halfOpen(cell.originY() + cell.alongY(x, y));
        for (double copyX = placeX; copyX <= 0.5; copyX += placeX == -0.5 ? 1 : 2) {
            for (double copyY = placeY; copyY <= 0.5; copyY += placeY == -0.5 ? 1 : 2) {
                places.add(new Place(copyX, copyY, sample));
            }
        }
    }

    /** Within −1/2 ≤ position &lt; 1/2. */
    private static double halfOpen(double position) {
        double wrapped = position - Math.rint(position);
        // Adding zero makes a zero of the negative zero.
        return Math.abs(Math.abs(wrapped) - 0.5) < ON_EDGE ? -0.5 : wrapped + 0.0;
    }
}
