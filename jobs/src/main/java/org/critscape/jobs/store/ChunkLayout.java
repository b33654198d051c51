package org.critscape.jobs.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * How the cases of a study are cut into chunks. The cut follows from the indices alone: the first 128 cases stand alone,
 * so that a small study keeps every core busy; from there each doubling of the index has 64 chunks, so that a kill costs
 * about a hundredth of what is done; above 131,072 cases chunks of 2,048, above four million of about the square root of
 * the index. A million cases make 1,193 chunks, a thousand million some 90,000.
 *
 * <p>A study that was extended keeps the files it had: where it ended before, a chunk ends.
 */
public final class ChunkLayout {
    private static final int CASES_ALONE = 128;
    private static final int LOG_CHUNKS_PER_OCTAVE = 6;
    private static final int LOG_LARGEST = 11;

    private final List<Long> ends;
    private final LongUnaryOperator sizes;

    /**
     * The cut of a study.
     *
     * @param ends its number of cases, behind those that it had before it was extended; increasing
     */
    public ChunkLayout(List<Long> ends) {
        this(ends, ChunkLayout::size);
    }

    /** The cut with other sizes of the chunks, as a function of the first index. */
    ChunkLayout(List<Long> ends, LongUnaryOperator sizes) {
        this.ends = List.copyOf(ends);
        this.sizes = sizes;
    }

    /** Number of cases of the chunk that a case begins, where no end of the study cuts it. */
    static long size(long first) {
        if (first < CASES_ALONE) {
            return 1;
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(first);
        return 1L << Math.min(octave - LOG_CHUNKS_PER_OCTAVE, Math.max(LOG_LARGEST, octave / 2));
    }

    /** Number of cases. */
    public long cases() {
        return ends.get(ends.size() - 1);
    }

    /** The chunks in the order of their cases. */
    public List<Chunk> chunks() {
        List<Chunk> chunks = new ArrayList<>();
        long first = 0;
        for (long end : ends) {
            while (first < end) {
                long size = sizes.applyAsLong(first);
                Chunk chunk = new Chunk(first, Math.min((first / size + 1) * size, end));
                chunks.add(chunk);
                first = chunk.end();
            }
        }
        return chunks;
    }
}
