package org.critscape.jobs.atlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.critscape.solver.atlas.Family;
import org.critscape.solver.atlas.Family.ShapeKind;
import org.critscape.solver.atlas.FamilyBuild.Answer;
import org.critscape.solver.atlas.FamilyBuild.Request;
import org.critscape.solver.cell.LevelSolver.Meshes;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.material.Wall;
import org.critscape.solver.mesh.MeshPlan.Divisions;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.critscape.solver.similarity.InterfacePoints;
import org.critscape.solver.topography.Polarity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtlasFolderTest {
    private static final Family FAMILY =
            new Family(ShapeKind.SQUARE_PYRAMID, Polarity.LITHIUM, Wall.STICK, 4, 3, 0.02, 1e-6, 100);
    private static final Meshes COARSE = new Meshes(new Divisions(List.of(3, 2, 4)), new Divisions(List.of(4, 2, 3)));
    private static final Meshes FINE = new Meshes(new Divisions(List.of(5, 3, 5)), new Divisions(List.of(6, 3, 4)));
    private static final List<Double> GROUPS = List.of(0.2, 1.0, 6.6, 0.01);

    @TempDir
    private Path work;

    private Path atlas;

    @BeforeEach
    void name() {
        atlas = work.resolve("atlas");
    }

    private AtlasFolder open() throws IOException {
        return AtlasFolder.open(atlas.toString(), new Configuration());
    }

    private static StationFields fields(double seed) {
        double[] values = {seed, seed / 3, 1 / seed};
        return new StationFields(
                new InterfacePoints(values, values, values, values, values, values, 0),
                new InterfaceNumbers(seed, seed, seed, seed, seed, seed));
    }

    @Test
    void whatIsAddedIsFoundAgainToTheLastBit() throws IOException {
        Request both = new Request(GROUPS, COARSE, FINE);
        Request vain = new Request(List.of(0.9, 1.0, 6.6, 0.01), COARSE, null);
        AtlasFolder folder = open();
        assertThat(folder.find(FAMILY, both)).isEmpty();
        folder.add(FAMILY, List.of(both, vain), List.of(new Answer(fields(0.7), fields(0.9)), Answer.NONE));
        for (AtlasFolder now : List.of(folder, open())) {
            Answer answer = now.find(FAMILY, both).orElseThrow();
            StationFields coarse = Objects.requireNonNull(answer.coarse());
            StationFields fine = Objects.requireNonNull(answer.fine());
            assertThat(coarse.stations().x()).containsExactly(0.7, 0.7 / 3, 1 / 0.7);
            assertThat(coarse.whole()).isEqualTo(fields(0.7).whole());
            assertThat(fine.stations().curvature()).containsExactly(0.9, 0.9 / 3, 1 / 0.9);
            // The coarse one alone is known with it, other meshes are not, and what was tried in vain is not tried
            // again.
            assertThat(now.find(FAMILY, new Request(GROUPS, COARSE, null))).isPresent();
            assertThat(now.find(FAMILY, new Request(GROUPS, FINE, null))).isEmpty();
            assertThat(now.find(FAMILY, vain)).contains(Answer.NONE);
            assertThat(now.counts().values()).containsExactly(new AtlasFolder.Counts(1, 1, 1));
        }
    }

    @Test
    void requestsAndAnswersTravelAsNumbers() {
        Request both = new Request(GROUPS, COARSE, FINE);
        assertThat(NodeTask.request(NodeTask.encode(both))).isEqualTo(both);
        Request one = new Request(GROUPS, COARSE, null);
        assertThat(NodeTask.request(NodeTask.encode(one))).isEqualTo(one);
        assertThat(NodeTask.decode(NodeTask.encode(Answer.NONE))).isEqualTo(Answer.NONE);
        Answer decoded = NodeTask.decode(NodeTask.encode(new Answer(fields(0.7), fields(0.9))));
        StationFields fine = Objects.requireNonNull(decoded.fine());
        assertThat(fine.stations().pressureFunction()).containsExactly(0.9, 0.9 / 3, 1 / 0.9);
        assertThat(fine.whole()).isEqualTo(fields(0.9).whole());
    }

    @Test
    void solvesOfAnotherModelAreRefused() throws IOException {
        open().add(FAMILY, List.of(new Request(GROUPS, COARSE, null)), List.of(new Answer(fields(0.7), null)));
        Path file;
        try (Stream<Path> files = Files.list(atlas.resolve("nodes"))) {
            file = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        String version = org.critscape.solver.cell.CellSolver.MODEL_VERSION;
        // The version is the only value that stands behind its length as a single letter.
        byte[] written = ("\u0001\0\0\0" + version).getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i + written.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + written.length, written, 0, written.length)) {
                bytes[i + written.length - 1] = '0';
            }
        }
        Files.write(file, bytes);
        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("atlas.folder")
                .hasMessageContaining("model version 0")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aFolderOfAnythingElseIsRefused() throws IOException {
        Files.createDirectories(atlas.resolve("cases"));
        assertThatThrownBy(this::open)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("holds cases")
                .hasMessageContaining("Maybe");
    }
}
