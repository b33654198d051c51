package org.critscape.solver.similarity;

import java.util.Arrays;
import java.util.List;

/**
 * An interpolant with an error estimate of every output at every point, made on solves that it has not seen.
 *
 * <p>The estimate is what the outermost nodes changed there, plus a margin: the smallest that bounds the errors of 95 %
 * of the unseen solves, of each output.
 */
public final class CheckedInterpolant {
    private static final double COVERED = 0.95;

    private final SparseInterpolant interpolant;
    private final double[] margins;

    /**
     * @param margins what to add to the changes, one of each output, {@link #margins}
     */
    public CheckedInterpolant(SparseInterpolant interpolant, double... margins) {
        if (margins.length != interpolant.outputs() || !Arrays.stream(margins).allMatch(margin -> margin >= 0)) {
            throw new IllegalStateException(
                    "no " + interpolant.outputs() + " margins from 0 on: " + Arrays.toString(margins));
        }
        this.interpolant = interpolant;
        this.margins = margins.clone();
    }

    /**
     * A solve that the interpolant has not seen.
     *
     * @param groups one value of each axis
     * @param outputs what the solve gave
     */
    public record Check(List<Double> groups, List<Double> outputs) {
        /** Keeps its own copies. */
        public Check {
            groups = List.copyOf(groups);
            outputs = List.copyOf(outputs);
        }
    }

    /** With margins from some checks, at least one. */
    public static CheckedInterpolant by(SparseInterpolant interpolant, List<Check> checks) {
        int outputs = interpolant.outputs();
        double[][] lacking = new double[outputs][checks.size()];
        double[] values = new double[outputs];
        double[] changes = new double[outputs];
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            interpolant.evaluate(
                    check.groups().stream().mapToDouble(Double::doubleValue).toArray(), values, changes);
            for (int j = 0; j < outputs; j++) {
                double error = Math.abs(values[j] - check.outputs().get(j));
                lacking[j][i] = Math.max(0, error - Math.abs(changes[j]));
            }
        }
        int rank = (int) Math.ceil(COVERED * checks.size()) - 1;
        double[] margins = Arrays.stream(lacking)
                .mapToDouble(all -> Arrays.stream(all).sorted().toArray()[rank])
                .toArray();
        return new CheckedInterpolant(interpolant, margins);
    }

    /** What is added to the changes, to be stored. */
    public double[] margins() {
        return margins.clone();
    }

    /** How many values an evaluation gives. */
    public int outputs() {
        return margins.length;
    }

    /** Whether some groups lie in the box, one value of each axis. */
    public boolean covers(double... groups) {
        return interpolant.covers(groups);
    }

    /** Evaluates all outputs and their estimated errors, in their own units; see {@link SparseInterpolant#evaluate}. */
    public void evaluate(double[] groups, double[] values, double[] errors) {
        interpolant.evaluate(groups, values, errors);
        for (int j = 0; j < margins.length; j++) {
            errors[j] = Math.abs(errors[j]) + margins[j];
        }
    }
}
