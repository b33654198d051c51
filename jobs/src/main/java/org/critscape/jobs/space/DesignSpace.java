package org.critscape.jobs.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * All cases of a study as a function from index to point; nothing is enumerated, so 2⁴⁰ cases cost no memory.
 *
 * <p>The space is the union of its blocks in their order; within a block the last axis varies fastest. A point may
 * occur twice (two blocks that overlap, or an axis that a shape does not use): its index differs, its identity does
 * not.
 */
public final class DesignSpace implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Block[] blocks;
    /** The index behind each block's last point. */
    private final long[] ends;

    /**
     * The union of blocks, at least one.
     *
     * @throws InvalidInputException where the cases are more than a long can count
     */
    public DesignSpace(List<Block> blocks) {
        if (blocks.isEmpty()) {
            throw new InvalidInputException(
                    "number of blocks", "0", "at least 1", "Maybe all cases were filtered out.");
        }
        this.blocks = blocks.toArray(Block[]::new);
        this.ends = new long[this.blocks.length];
        long end = 0;
        for (int b = 0; b < ends.length; b++) {
            if (Long.MAX_VALUE - end < this.blocks[b].size()) {
                throw Block.tooManyCases();
            }
            end += this.blocks[b].size();
            ends[b] = end;
        }
    }

    /** The number of cases, at least 1. */
    public long size() {
        return ends[ends.length - 1];
    }

    /** The index of the first case of each block. */
    public List<Long> firstOfBlocks() {
        return IntStream.range(0, blocks.length)
                .mapToObj(block -> block == 0 ? 0L : ends[block - 1])
                .toList();
    }

    /** The blocks in their order. */
    public List<Block> blocks() {
        return List.of(blocks);
    }

    /**
     * What the study sets, exactly, for each block: spaces of equal descriptions and defaults have equal cases at equal
     * indices. Not among it is the number of samples of a last block that can be extended; every other number of samples
     * is, since it decides the samples themselves or the indices of later blocks.
     */
    public List<Map<String, String>> description() {
        return IntStream.range(0, blocks.length)
                .mapToObj(block -> blocks[block].description(block == blocks.length - 1))
                .toList();
    }

    /**
     * The inputs in which cases differ, in the order of the catalogue. An input that differs only because the materials
     * lend different values is not among them: the material is.
     */
    public Set<Parameter> varying() {
        Set<Parameter> varying = EnumSet.noneOf(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            long values = Arrays.stream(blocks)
                    .flatMap(block -> block.someValues(parameter).stream())
                    .distinct()
                    .count();
            if (values > 1 && Arrays.stream(blocks).anyMatch(block -> block.sets(parameter))) {
                varying.add(parameter);
            }
        }
        return varying;
    }

    /**
     * One case.
     *
     * @param index 0 to size − 1
     * @throws IndexOutOfBoundsException outside that range
     */
    public DesignPoint point(long index) {
        int block = block(index);
        long start = block == 0 ? 0 : ends[block - 1];
        return blocks[block].point(index - start);
    }

    /**
     * Why the study itself leaves a case out, a sentence with advice; empty where it does not. The case keeps its index:
     * what lies there is a function of the index alone, with or without constraints.
     *
     * @param index 0 to size − 1
     * @param point the case of that index
     */
    public Optional<String> exclusion(long index, DesignPoint point) {
        return blocks[block(index)].exclusion(point);
    }

    private int block(long index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(ends, index);
        // An index equal to an end is the first of the next block; otherwise the insertion point is the block itself.
        return found >= 0 ? found + 1 : -found - 1;
    }
}
