package org.critscape.solver.algebra;

/** Stored entries of one front's L and D. Sums are formed in double precision and in a fixed order. */
sealed interface Factor {
    /** Stores {@code count} entries from {@code source[from]} on at {@code to}. */
    void store(double[] source, int from, int to, int count);

    double at(int index);

    /** Σ entries[from + k] x[k], k below {@code count}. */
    double dot(int from, int count, double[] x);

    /** x[k] −= value · entries[from + k], k below {@code count}. */
    void subtract(int from, int count, double value, double[] x);

    /** As they were computed. */
    final class Full implements Factor {
        private final double[] entries;

        Full(int length) {
            entries = new double[length];
        }

        @Override
        public void store(double[] source, int from, int to, int count) {
            System.arraycopy(source, from, entries, to, count);
        }

        @Override
        public double at(int index) {
            return entries[index];
        }

        @Override
        public double dot(int from, int count, double[] x) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += entries[from + k] * x[k];
            }
            return sum;
        }

        @Override
        public void subtract(int from, int count, double value, double[] x) {
            for (int k = 0; k < count; k++) {
                x[k] -= entries[from + k] * value;
            }
        }
    }

    /** Rounded to 24 bits, in half the memory. */
    final class Rounded implements Factor {
        private final float[] entries;

        Rounded(int length) {
            entries = new float[length];
        }

        @Override
        public void store(double[] source, int from, int to, int count) {
            for (int k = 0; k < count; k++) {
                entries[to + k] = (float) source[from + k];
            }
        }

        @Override
        public double at(int index) {
            return entries[index];
        }

        @Override
        public double dot(int from, int count, double[] x) {
            double sum = 0;
            for (int k = 0; k < count; k++) {
                sum += entries[from + k] * x[k];
            }
            return sum;
        }

        @Override
        public void subtract(int from, int count, double value, double[] x) {
            for (int k = 0; k < count; k++) {
                x[k] -= entries[from + k] * value;
            }
        }
    }
}
