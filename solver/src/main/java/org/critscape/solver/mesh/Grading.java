package org.critscape.solver.mesh;

import java.util.ArrayList;
import java.util.List;

/**
 * Element sizes along a line: small at given places, growing away from them.
 *
 * <p>The wanted size at x is the least of a largest size and size_i + growth · |x − x_i| over the places i. Breakpoints
 * divide the integral of dx/size evenly between places that must be breakpoints themselves. A finer division has more of
 * them under the same integral: elements shrink alike everywhere, and neighbours become more alike too, which shrinking
 * the wanted sizes at a given growth would not do.
 */
public final class Grading {
    private static final int SAMPLES = 4000;

    private final double largest;
    private final double growth;
    private final double fineness;
    private final List<double[]> places = new ArrayList<>();

    /** With elements as large as wanted. */
    public Grading(double largest, double growth) {
        this(largest, growth, 1);
    }

    /**
     * @param largest element size away from all places
     * @param growth by how much the size grows with the distance [1]
     * @param fineness by how much to divide everything more finely than wanted [1]
     */
    public Grading(double largest, double growth, double fineness) {
        this.largest = largest;
        this.growth = growth;
        this.fineness = fineness;
    }

    /** Asks for a size at a position. */
    public Grading refine(double position, double size) {
        places.add(new double[] {position, size});
        return this;
    }

    private double sizeAt(double x) {
        double size = largest;
        for (double[] place : places) {
            size = Math.min(size, place[1] + growth * Math.abs(x - place[0]));
        }
        return size;
    }

    /** Ascending breakpoints from the first to the last of some required ones. */
    public double[] breakpoints(double... required) {
        return breakpoints(counts(required), required);
    }

    /**
     * The same with numbers of elements that are given: breakpoints then move smoothly with all sizes and places.
     *
     * @param counts between one required breakpoint and the next
     */
    double[] breakpoints(int[] counts, double... required) {
        List<Double> points = new ArrayList<>();
        points.add(required[0]);
        for (int i = 1; i < required.length; i++) {
            divide(required[i - 1], required[i], counts[i - 1], points);
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Numbers of elements between required breakpoints that the sizes ask for. */
    int[] counts(double... required) {
        int[] counts = new int[required.length - 1];
        for (int i = 0; i < counts.length; i++) {
            double total = elements(required[i], required[i + 1])[SAMPLES];
            double wanted = Math.max(1, Math.ceil(total - 1e-6));
            counts[i] = (int) Math.max(1, Math.rint(wanted * fineness));
        }
        return counts;
    }

    /** Elements from one place to each of evenly spaced ones up to another. */
    private double[] elements(double from, double to) {
        double step = (to - from) / SAMPLES;
        double[] elements = new double[SAMPLES + 1];
        for (int i = 0; i < SAMPLES; i++) {
            elements[i + 1] = elements[i] + step / sizeAt(from + (i + 0.5) * step);
        }
        return elements;
    }

    private void divide(double from, double to, int count, List<Double> points) {
        double step = (to - from) / SAMPLES;
        double[] elements = elements(from, to);
        double total = elements[SAMPLES];
        int sample = 0;
        for (int k = 1; k < count; k++) {
            double target = total * k / count;
            while (elements[sample + 1] < target) {
                sample++;
            }
            double within = (target - elements[sample]) / (elements[sample + 1] - elements[sample]);
            points.add(from + step * (sample + within));
        }
        points.add(to);
    }
}
