package org.critscape.solver.topography;

/**
 * The bisinusoidal surface, in its product form (H/2) cos(2πx/S) cos(2πy/S) or its sum form
 * (H/4) [cos(2πx/S) + cos(2πy/S)].
 *
 * <p>cos a cos b = ½ [cos(a + b) + cos(a − b)]: the product form of (H, S) is the sum form of (H, S/√2) turned by 45°,
 * so both share the sum form's triangle, an eighth of its period. Either polarity is the other one shifted.
 *
 * @param form product or sum
 * @param peakHeight H [m]
 * @param peakSeparation S [m]
 * @param polarity which phase has its apex at the origin
 */
public record EggBox(Form form, double peakHeight, double peakSeparation, Polarity polarity) implements Topography {
    /** The two bisinusoidal forms. */
    public enum Form {
        /** Shows the full height in a cut through the peaks. */
        PRODUCT,
        /** Shows half the height in a cut along x. */
        SUM
    }

    /** Checks the lengths. */
    public EggBox {
        Topography.requireContour(peakHeight, peakSeparation);
    }

    @Override
    public FundamentalCell fundamentalCell() {
        boolean product = form == Form.PRODUCT;
        double period = product ? Math.sqrt(0.5) : 1;
        double originX = polarity == Polarity.LITHIUM ? 0 : 0.5;
        double originY = product ? 0 : originX;
        return new FundamentalCell(
                FundamentalCell.Footprint.TRIANGLE,
                period / 2,
                sumForm(heightToSeparation() / 4, 2 * Math.PI / period),
                FundamentalCell.Edges.NONE,
                false,
                product ? 1 : 0,
                originX,
                originY);
    }

    private static Surface sumForm(double amplitude, double waveNumber) {
        return (x, y) -> {
            double cosX = StrictMath.cos(waveNumber * x);
            double cosY = StrictMath.cos(waveNumber * y);
            double slope = -amplitude * waveNumber;
            double curvature = slope * waveNumber;
            return new Surface.Point(
                    amplitude * (cosX + cosY),
                    slope * StrictMath.sin(waveNumber * x),
                    slope * StrictMath.sin(waveNumber * y),
                    curvature * cosX,
                    0,
                    curvature * cosY);
        };
    }
}
