package org.critscape.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.critscape.jobs.sweep.SampleCases;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens to a file that is read, the answer is a result or one message: no bug, no trace, no hang, no lack of
 * memory. Corruptions are drawn from a fixed seed; {@code -Dcritscape.corruptions=N} draws N of each kind of file in
 * {@code mvn verify -Pverification}.
 */
class CorruptedInputsTest {
    private static final int FEW = 25;
    private static final int MANY = Integer.getInteger("critscape.corruptions", 10_000);
    private static final int SIDE = 8;

    /** What stands where numbers and words should, if something else does. */
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            ",",
            ";",
            "=",
            ":",
            "#",
            "${x}",
            "${?x}",
            "include \"x\"",
            "null",
            "NaN",
            "1e999",
            "-1",
            "0",
            "99999999999999999999",
            "Infinity",
            "\u0000",
            "\n",
            "\ufeff",
            "µm",
            "(",
            "..",
            "\\u",
            "\"\"\"",
            "true");

    /** A kind of file that is read, the file that carries it, and the command that reads it. */
    private enum Input {
        STUDY("study.conf"),
        CSV_TABLE("points.csv"),
        PARQUET_TABLE("points.parquet"),
        CSV_MAP("map.csv"),
        PNG_MAP("map.png"),
        MANIFEST("results/manifest.json"),
        CHUNK("results/cases/"),
        SIGN_OF_LIFE("results/_driver.json");

        private final String file;

        Input(String file) {
            this.file = file;
        }

        Path in(Path folder) throws IOException {
            if (!file.endsWith("/")) {
                return folder.resolve(file);
            }
            try (Stream<Path> files = Files.list(folder.resolve(file))) {
                return files.filter(path -> path.toString().endsWith(".parquet"))
                        .sorted()
                        .findFirst()
                        .orElseThrow();
            }
        }

        List<String> command(Path folder) {
            return switch (this) {
                case STUDY -> List.of("plan", folder + "/study.conf", "--samples", "0");
                case CSV_TABLE, PARQUET_TABLE, CSV_MAP, PNG_MAP ->
                    List.of("plan", folder + "/" + name() + ".conf", "--samples", "0");
                case MANIFEST, SIGN_OF_LIFE -> List.of("status", folder + "/results");
                case CHUNK -> List.of("status", folder + "/results", "--print");
            };
        }
    }

    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeInputs() throws IOException, SQLException {
        Files.writeString(folder.resolve("study.conf"), """
                study.description = "Egg-boxes and frustums"
                design { plan = sobol, cases = 16, seed = 3 }
                design.constraints = ["topography.peak-height < 0.5 * topography.peak-separation"]
                topography {
                  peak-height = { distribution = log-uniform, from = "10 um", to = "60 um" }
                  peak-separation = "150 um"
                  top-fraction = { distribution = uniform, from = 0.2, to = 0.5 }
                }
                interface.resistance = { distribution = uniform, from = "5 ohm.cm^2", to = "50 ohm.cm^2" }
                cases = [{ topography.shape = egg-box }, { topography { shape = frustum, edge-resolution = "2 um" } }]
                """);
        table(Input.CSV_TABLE);
        table(Input.PARQUET_TABLE);
        map(Input.CSV_MAP);
        map(Input.PNG_MAP);
        Files.writeString(
                folder.resolve("points.csv"),
                "topography.peak-height,interface.resistance,creep_exponent\n25 um,15 ohm.cm^2,6.6\n40 um,50 ohm.cm^2,6.6\n");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(
                    "COPY (SELECT CAST(i * 1e-6 AS DOUBLE) AS peak_height_m, CAST(3 + i * 0.1 AS DOUBLE) AS creep_exponent FROM range(10, 40) r(i)) TO '"
                            + folder.resolve("points.parquet") + "' (FORMAT parquet)");
        }
        StringBuilder heights = new StringBuilder();
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_USHORT_GRAY);
        WritableRaster raster = image.getRaster();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int bump = (row % 4 + column % 4) * 3;
                heights.append(column == 0 ? "" : ",").append(bump);
                raster.setSample(column, row, 0, bump * 3000);
            }
            heights.append('\n');
        }
        Files.writeString(folder.resolve("map.csv"), heights);
        ImageIO.write(image, "png", folder.resolve("map.png").toFile());
        Answer swept = run(List.of(
                "sweep",
                folder + "/" + Input.CSV_TABLE + ".conf",
                "--out",
                folder + "/results",
                "--master",
                "local[1]"));
        assertThat(swept.err).contains("2 of 2 cases");
        Files.writeString(
                folder.resolve("results/_driver.json"),
                "{\"id\":\"1\",\"host\":\"elsewhere\",\"pid\":7,\"processes\":\"\",\"started\":1,\"beat\":2,\"to_do\":4,"
                        + "\"done\":3,\"failed\":2,\"per_second\":1.5}");
        for (Input input : Input.values()) {
            Answer whole = run(input.command(folder));
            assertThat(whole.code).as(input + ": " + whole.err).isZero();
        }
    }

    private static void table(Input input) throws IOException {
        Files.writeString(folder.resolve(input + ".conf"), """
                design { plan = table, file = "%s" }
                topography { shape = egg-box, peak-separation = "150 um" }
                """.formatted(input.file));
    }

    private static void map(Input input) throws IOException {
        Files.writeString(folder.resolve(input + ".conf"), """
                topography { shape = height-map, file = "%s", height-scale = "1 um", edge-resolution = "20 um" }
                topography.peak-separation = "150 um"
                lithium.model = none
                """.formatted(input.file));
    }

    /** What a command said. */
    private record Answer(int code, String out, String err) {
        boolean isClear() {
            boolean said = code == Messages.DONE || err.lines().anyMatch(line -> line.startsWith("critscape: "));
            return said && code >= 0 && code <= Messages.NO_RESULT && !isTrouble(err) && !isTrouble(out);
        }

        private static boolean isTrouble(String text) {
            return text.contains("stopped on a bug")
                    || text.contains("memory is short")
                    || text.contains("Exception")
                    || text.contains("\tat ");
        }
    }

    private static Answer run(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                SampleCases::solve,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aFewCorruptionsAreAnswered(Input input) throws IOException {
        assertThat(unclear(input, FEW)).isEmpty();
    }

    @Tag("verification")
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 3, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyCorruptionsAreAnswered(Input input) throws IOException {
        assertThat(unclear(input, MANY)).isEmpty();
    }

    /** The first few corruptions that did not get a clear answer. */
    private static List<String> unclear(Input input, int corruptions) throws IOException {
        Path file = input.in(folder);
        byte[] whole = Files.readAllBytes(file);
        List<String> unclear = new ArrayList<>();
        try {
            for (int number = 0; number < corruptions && unclear.size() < 5; number++) {
                byte[] corrupt =
                        corrupt(whole, new SplittableRandom(input.name().hashCode() + 1_000_003L * number));
                Files.write(file, corrupt);
                Answer answer;
                try {
                    answer = run(input.command(folder));
                } catch (RuntimeException | Error escaped) {
                    unclear.add("corruption " + number + " escaped as " + escaped);
                    continue;
                }
                if (!answer.isClear()) {
                    unclear.add("corruption " + number + ": exit code " + answer.code + ", " + answer.err
                            + (corrupt.length < 2000 ? "\n" + new String(corrupt, StandardCharsets.UTF_8) : ""));
                }
            }
        } finally {
            Files.write(file, whole);
        }
        return unclear;
    }

    private static byte[] corrupt(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole;
        for (int change = random.nextInt(1, 4); change > 0 && bytes.length > 1; change--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(1, 1 + Math.max(2, bytes.length / 8)));
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            bytes = switch (random.nextInt(7)) {
                case 0 -> Arrays.copyOf(bytes, from);
                case 1 -> join(bytes, from, new byte[0], to);
                case 2 -> join(bytes, to, part, to);
                case 3 -> {
                    byte[] flipped = bytes.clone();
                    flipped[from] ^= (byte) (1 << random.nextInt(8));
                    yield flipped;
                }
                case 4 -> {
                    byte[] noise = new byte[Math.min(8, part.length)];
                    random.nextBytes(noise);
                    yield join(bytes, from, noise, from + noise.length);
                }
                default -> {
                    String token = TOKENS.get(random.nextInt(TOKENS.size()));
                    yield join(
                            bytes,
                            from,
                            token.getBytes(StandardCharsets.UTF_8),
                            from + random.nextInt(2) * (to - from));
                }
            };
        }
        return bytes;
    }

    /** The bytes before one place, others, and those from another place on. */
    private static byte[] join(byte[] bytes, int before, byte[] middle, int after) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(bytes, 0, before);
        joined.writeBytes(middle);
        joined.write(bytes, after, bytes.length - after);
        return joined.toByteArray();
    }
}
