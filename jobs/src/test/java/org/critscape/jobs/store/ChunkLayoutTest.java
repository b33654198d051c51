package org.critscape.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChunkLayoutTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 45, 128, 129, 1000, 12_345, 1_000_000})
    void everyCaseIsInOneChunk(long cases) {
        assertCovers(new ChunkLayout(List.of(cases)), cases);
    }

    private static void assertCovers(ChunkLayout layout, long cases) {
        long end = 0;
        for (Chunk chunk : layout.chunks()) {
            assertThat(chunk.first()).isEqualTo(end);
            end = chunk.end();
        }
        assertThat(end).isEqualTo(cases);
        assertThat(layout.cases()).isEqualTo(cases);
    }

    @ParameterizedTest
    @CsvSource({"45, 45, 1", "1000, 317, 8", "1000000, 1193, 2048", "10000000, 5587, 2048"})
    void filesAreFewAndLossesSmall(long cases, int chunks, long largest) {
        List<Chunk> all = new ChunkLayout(List.of(cases)).chunks();
        assertThat(all).hasSize(chunks);
        assertThat(all.stream().mapToLong(Chunk::size).max()).hasValue(largest);
    }

    /** What an extended study has, and one that was begun as long, differ in the cut of files only. */
    @Test
    void anExtendedStudyKeepsItsFiles() {
        SplittableRandom random = new SplittableRandom(3);
        for (int k = 0; k < 50; k++) {
            long before = 1 + random.nextLong(5000);
            long after = before + 1 + random.nextLong(5000);
            List<Chunk> old = new ChunkLayout(List.of(before)).chunks();
            ChunkLayout extended = new ChunkLayout(List.of(before, after));
            assertCovers(extended, after);
            assertThat(extended.chunks().subList(0, old.size())).isEqualTo(old);
        }
    }

    @Test
    void namesAreInTheOrderOfTheCasesAndReadBack() {
        List<Chunk> chunks = new ChunkLayout(List.of(100_000L)).chunks();
        assertThat(chunks.stream().map(chunk -> chunk.fileName("cases"))).isSorted();
        assertThat(chunks)
                .allSatisfy(chunk ->
                        assertThat(Chunk.ofFileName(chunk.fileName("cases"))).hasValue(chunk));
        assertThat(Chunk.ofFileName("part-00000.parquet")).isEmpty();
        assertThat(Chunk.ofFileName("cases-000000000007-000000000003.parquet")).isEmpty();
    }
}
