package org.critscape.jobs.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The values of one input over the rows of a table: codes of a byte while there are few different ones, else doubles. */
final class TableColumn implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LOG_BLOCK = 16;
    private static final int BLOCK = 1 << LOG_BLOCK;
    private static final int FEW = 256;

    /** What a code stands for; no longer used once there are too many. */
    private double[] dictionary = new double[0];

    private byte[][] codes = new byte[0][];
    private double[][] values = new double[0][];
    private boolean coded = true;
    private long size;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private boolean gaps;

    void add(double value) {
        if (Double.isNaN(value)) {
            gaps = true;
        } else {
            low = low <= value ? low : value;
            high = high >= value ? high : value;
        }
        int code = coded ? code(value) : 0;
        if (code == FEW) {
            spell();
        }
        int block = (int) (size >> LOG_BLOCK);
        int place = (int) (size & (BLOCK - 1));
        if (coded) {
            if (block == codes.length) {
                codes = Arrays.copyOf(codes, block + 1);
                codes[block] = new byte[BLOCK];
            }
            codes[block][place] = (byte) code;
        } else {
            if (block == values.length) {
                values = Arrays.copyOf(values, block + 1);
                values[block] = new double[BLOCK];
            }
            values[block][place] = value;
        }
        size++;
    }

    private int code(double value) {
        for (int code = 0; code < dictionary.length; code++) {
            if (Double.doubleToLongBits(dictionary[code]) == Double.doubleToLongBits(value)) {
                return code;
            }
        }
        if (dictionary.length < FEW) {
            dictionary = Arrays.copyOf(dictionary, dictionary.length + 1);
            dictionary[dictionary.length - 1] = value;
            return dictionary.length - 1;
        }
        return FEW;
    }

    /** Turns codes into doubles. */
    private void spell() {
        values = new double[codes.length][];
        for (int block = 0; block < codes.length; block++) {
            values[block] = new double[BLOCK];
            for (int place = 0; place < BLOCK; place++) {
                values[block][place] = dictionary[Byte.toUnsignedInt(codes[block][place])];
            }
        }
        codes = new byte[0][];
        dictionary = new double[0];
        coded = false;
    }

    double value(long row) {
        int block = (int) (row >> LOG_BLOCK);
        int place = (int) (row & (BLOCK - 1));
        return coded ? dictionary[Byte.toUnsignedInt(codes[block][place])] : values[block][place];
    }

    /** The least value; NaN where there is none. */
    double low() {
        return low;
    }

    /** The greatest value; NaN where there is none. */
    double high() {
        return high;
    }

    /** Whether some row has no value. */
    boolean hasGaps() {
        return gaps;
    }

    /** The different values of a column of words, of which there are never many. */
    double[] few() {
        return DoubleStream.of(dictionary)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }
}
