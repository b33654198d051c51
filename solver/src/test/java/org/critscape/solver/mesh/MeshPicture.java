package org.critscape.solver.mesh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.critscape.solver.topography.FundamentalCell;

/** A mesh of lithium over a triangle as an SVG picture: the interface over a whole period and the section y = 0. */
public final class MeshPicture {
    private static final double PANEL = 520;
    private static final double MARGIN = 30;
    private static final int PARTS = 4;

    /** The viewer looks down at this angle. */
    private static final double ELEVATION = StrictMath.toRadians(35);

    private static final double AZIMUTH = StrictMath.toRadians(28);

    private final ExtrudedMesh mesh;
    private final StringBuilder text = new StringBuilder();

    private MeshPicture(ExtrudedMesh mesh) {
        this.mesh = mesh;
    }

    /** A visible element side by side: its outline on the page and its distance from the viewer. */
    private record Patch(List<double[]> outline, double distance) {}

    /**
     * Draws three panels: the interface in true proportions, the section beside it, and the section close to an edge.
     *
     * @param edge x of that edge [S]
     * @param reach half the width of the close view [S]
     */
    public static String svg(ExtrudedMesh mesh, double edge, double reach) {
        MeshPicture picture = new MeshPicture(mesh);
        double width = mesh.cell().width();
        picture.line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" font-family=\"sans-serif\""
                        + " font-size=\"15\">",
                3 * PANEL + 4 * MARGIN, PANEL + 3 * MARGIN);
        picture.line("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        picture.line("<g fill=\"#dde8f0\" stroke=\"#1f4e79\" stroke-width=\"0.7\" stroke-linejoin=\"round\">");
        picture.period();
        picture.line("</g>");
        picture.title(0, "one period of the interface");
        picture.section(1, 0, width, 0);
        picture.title(1, "section y = 0 of the lithium");
        picture.section(2, Math.max(0, edge - reach), edge + reach, edge);
        picture.title(
                2, String.format(Locale.ROOT, "close to x = %.2f S, %.3f S wide", edge, reach + Math.min(edge, reach)));
        picture.line("</svg>");
        return picture.text.toString();
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void title(int panel, String title) {
        line("<text x=\"%.0f\" y=\"%.0f\">%s</text>", left(panel), 1.2 * MARGIN, title);
    }

    private static double left(int panel) {
        return MARGIN + panel * (PANEL + MARGIN);
    }

    private void period() {
        List<Patch> patches = new ArrayList<>();
        for (int column = 0; column < mesh.columns(); column++) {
            for (int mirror = 0; mirror < 8; mirror++) {
                patches.add(patch(mesh.position(column), mirror));
            }
        }
        patches.sort(Comparator.comparingDouble(Patch::distance).reversed());
        patches.forEach(patch -> polygon(patch.outline));
    }

    private Patch patch(int[] position, int mirror) {
        List<double[]> outline = new ArrayList<>();
        double distance = 0;
        for (int i = 0; i < 4 * PARTS; i++) {
            double along = (double) (i % PARTS) / PARTS;
            double[] corner = List.of(
                            new double[] {along, 0},
                            new double[] {1, along},
                            new double[] {1 - along, 1},
                            new double[] {0, 1 - along})
                    .get(i / PARTS);
            double x = mesh.start(0, position[0]) + mesh.extent(0, position[0]) * corner[0];
            double y = mesh.y(x, mesh.start(1, position[1]) + mesh.extent(1, position[1]) * corner[1]);
            double height = mesh.cell().surface().at(x, y).height();
            double signedX = (mirror & 1) == 0 ? x : -x;
            double signedY = (mirror & 2) == 0 ? y : -y;
            double[] point = (mirror & 4) == 0 ? new double[] {signedX, signedY} : new double[] {signedY, signedX};
            double across = point[0] * StrictMath.cos(AZIMUTH) - point[1] * StrictMath.sin(AZIMUTH);
            double away = point[0] * StrictMath.sin(AZIMUTH) + point[1] * StrictMath.cos(AZIMUTH);
            double up = away * StrictMath.sin(ELEVATION) + height * StrictMath.cos(ELEVATION);
            outline.add(new double[] {left(0) + PANEL * (0.5 + 0.7 * across), MARGIN + PANEL * (0.5 - 0.7 * up)});
            distance += away * StrictMath.cos(ELEVATION) - height * StrictMath.sin(ELEVATION);
        }
        return new Patch(outline, distance / outline.size());
    }

    private void polygon(List<double[]> points) {
        text.append("<path d=\"M");
        points.forEach(point -> text.append(String.format(Locale.ROOT, "%.1f %.1f ", point[0], point[1])));
        text.append("Z\"/>\n");
    }

    /** The lines of the grid from one x to another; as deep as wide. */
    private void section(int panel, double from, double to, double edge) {
        FundamentalCell cell = mesh.cell();
        double scale = PANEL / (to - from);
        double top = panel == 1
                ? cell.relief().highest()
                : cell.surface().at(edge, 0).height() + 0.15 * (to - from);
        line("<svg x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">", left(panel), 2 * MARGIN, PANEL, PANEL);
        line("<g fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"1\">");
        for (int layer = 0; layer <= mesh.elementsAlong(2); layer++) {
            double tau = layer == 0 ? 0 : mesh.start(2, layer - 1) + mesh.extent(2, layer - 1);
            text.append(layer == 0 ? "<path stroke-width=\"2\" d=\"M" : "<path d=\"M");
            for (int i = 0; i <= 120; i++) {
                point(from + (to - from) * i / 120, tau, from, top, scale);
            }
            text.append("\"/>\n");
        }
        for (int column = 0; column <= mesh.elementsAlong(0); column++) {
            double x = column == 0 ? 0 : mesh.start(0, column - 1) + mesh.extent(0, column - 1);
            text.append("<path d=\"M");
            point(x, 0, from, top, scale);
            point(x, 1, from, top, scale);
            text.append("\"/>\n");
        }
        line("</g></svg>");
    }

    private void point(double x, double tau, double from, double top, double scale) {
        double z = mesh.cell().surface().at(x, 0).height() * (1 - tau) + mesh.farPlane() * tau;
        text.append(String.format(Locale.ROOT, "%.1f %.1f ", scale * (x - from), 2 + scale * (top - z)));
    }
}
