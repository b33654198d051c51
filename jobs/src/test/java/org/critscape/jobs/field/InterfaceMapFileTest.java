package org.critscape.jobs.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.critscape.solver.cell.CaseFields.InterfaceMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterfaceMapFileTest {
    private static final double THIRD = 1.0 / 3;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("map.csv");
        double[] none = {Double.NaN, Double.POSITIVE_INFINITY};
        InterfaceMapFile.write(
                file,
                new InterfaceMap(
                        new double[] {THIRD, -1e-5},
                        new double[] {0, 1},
                        new double[] {2, 3},
                        new double[] {4, 5},
                        new double[] {6, 7},
                        none,
                        none,
                        none,
                        none,
                        none));
    }

    @Test
    void readsWhatItWrote() throws IOException {
        InterfaceMap read = InterfaceMapFile.read(file);
        assertThat(read.x()).containsExactly(THIRD, -1e-5);
        assertThat(read.currentRatio()).containsExactly(4, 5);
        assertThat(read.margin()).containsExactly(Double.NaN, Double.NaN);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatIsNoMapSaysSo() throws IOException {
        String text = Files.readString(file);
        assertRefused(text.substring(0, text.length() - 9), "cut off in line 3");
        assertRefused(text.replaceFirst("x_m", "x"), "no interface map");
        assertRefused(text.replaceFirst("-1.0E-5", "west"), "west");
        assertRefused("", "no interface map");
    }

    private void assertRefused(String text, String said) throws IOException {
        Files.writeString(file, text);
        assertThatThrownBy(() -> InterfaceMapFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(said);
    }
}
