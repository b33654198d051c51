package org.critscape.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.topography.HeightSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeightMapFilesTest {
    private static final String STUDY = """
            topography { shape = height-map, file = FILE, height-scale = "10 um", peak-separation = "150 um" }
            """;

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void writeStudy() throws IOException {
        study = Files.writeString(folder.resolve("study.conf"), STUDY.replace("FILE", "map.csv"));
    }

    private DesignPoint point() {
        return StudyFile.load(study, Map.of()).space().point(0);
    }

    private HeightSamples samples() {
        return point().map().orElseThrow().samples();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("map.csv"), text);
    }

    private void refuses(String... parts) {
        assertThatThrownBy(this::point)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("study.conf:1: ", "map.csv", " but must be ", ". Maybe ")
                .hasMessageContainingAll(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", " ", "  ", ", ", " ;", ",#"})
    void numbersMayStandBetweenSeveralSeparators(String separator) throws IOException {
        String between = separator.replace("#", "");
        String end = separator.endsWith("#") ? between : "";
        String row = String.join(between, "1", "-2.5e-1", ".5", "+4E1") + end + "\r\n";
        write("\uFEFF# heights\n\n" + row.repeat(3) + "0" + between + "0" + between + "0" + between + "7" + end);
        HeightSamples samples = samples();
        assertThat(samples.side()).isEqualTo(4);
        assertThat(samples.at(0, 1)).isEqualTo(-0.25);
        assertThat(samples.at(1, 3)).isEqualTo(40);
        assertThat(samples.at(3, 3)).isEqualTo(7);
        assertThat(samples.range()).isEqualTo(40.25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty | rows of numbers",
                "'# only\n' | empty | rows of numbers",
                "'1,2,3,4\n1,2,3,4\n1,2,3\n1,2,3,4' | row 3 of the height map is 3 samples long | crop",
                "'1,2,3,4\n1,2,3,4\n1,2,3,4' | 3.0 | between 4.0 and 1024.0",
                "'1,2,3,4,5\n1,2,3,4,5\n1,2,3,4,5\n1,2,3,4,5' | row 1 of the height map is 5 samples long | square",
                "'1,2,3,4\n1,NaN,3,4' | line 2, column 2 is \"NaN\" | fill missing pixels",
                "'1,2,3,4\n1,,3,4' | line 2, column 2 is \"\" | fill missing pixels",
                "'x,y,z,w\n1,2,3,4' | line 1, column 1 is \"x\" | header with #",
                "'1,5;2,5;3;4' | line 1, column 1 is \"1,5\" | decimals with a point",
                "'1,2,3,0x10' | line 1, column 4 is \"0x10\" | header",
                "'1,2,3,1e999\n1,2,3,4\n1,2,3,4\n1,2,3,4' | row 1, column 4 is Infinity | finite",
            })
    void textThatIsNoMapIsRefused(String text, String found, String advice) throws IOException {
        write(text.replace("\\n", "\n"));
        refuses(found, advice);
    }

    @Test
    void mapsTooLargeAreRefused() throws IOException {
        write("1\n".repeat(1025));
        refuses("number of rows", "at most 1024", "resample");
        write("1,".repeat(1025) + "1");
        refuses("number of columns", "at most 1024", "resample");
        try (RandomAccessFile large =
                new RandomAccessFile(folder.resolve("map.csv").toFile(), "rw")) {
            large.setLength((64L << 20) + 1);
        }
        refuses("bytes long", "at most 67108864 bytes");
    }

    @Test
    void filesThatAreNoneAreRefused() throws IOException {
        refuses("no file that can be read", "relative to the study's folder");
        Files.createDirectory(folder.resolve("map.csv"));
        refuses("a folder");
        Files.delete(folder.resolve("map.csv"));
        Files.write(folder.resolve("map.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        refuses("neither text nor PNG");
    }

    @Test
    void whatIsOnlyCalledAnImageGetsNoAdviceForText() throws IOException {
        Files.writeString(study, STUDY.replace("FILE", "map.PNG"));
        Files.writeString(folder.resolve("map.PNG"), "GIF89a and so on\n");
        assertThatThrownBy(this::point)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("map.PNG: the image is no PNG by its content but must be", "Maybe convert it")
                .hasMessageNotContaining("header");
    }

    private static BufferedImage image(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(1);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                image.getRaster()
                        .setSample(
                                column, row, 0, random.nextInt(type == BufferedImage.TYPE_USHORT_GRAY ? 65536 : 256));
            }
        }
        return image;
    }

    private void write(BufferedImage image) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("map.csv"))) {
            ImageIO.write(image, "png", out);
        }
    }

    /** What a file is, its content says; equal heights are one case, whatever the format. */
    @Test
    void anImageAndItsNumbersAreTheSameCase() throws IOException {
        BufferedImage image = image(BufferedImage.TYPE_USHORT_GRAY, 9, 9);
        write(image);
        DesignPoint fromImage = point();
        write(IntStream.range(0, 9)
                .mapToObj(row -> IntStream.range(0, 9)
                        .mapToObj(column -> Double.toString(image.getRaster().getSample(column, row, 0) / 65535.0))
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\n")));
        DesignPoint fromText = point();
        assertThat(fromText.caseId()).isEqualTo(fromImage.caseId());
        assertThat(fromText.map().orElseThrow().samples())
                .isEqualTo(fromImage.map().orElseThrow().samples());
    }

    @Test
    void imagesOfAnotherKindAreRefused() throws IOException {
        write(image(BufferedImage.TYPE_BYTE_GRAY, 8, 8));
        refuses("the image is of 8 bits a pixel", "16 bits");
        write(image(BufferedImage.TYPE_INT_RGB, 8, 8));
        refuses("the image is in colour", "greyscale");
        write(image(BufferedImage.TYPE_INT_ARGB, 8, 8));
        refuses("the image is in colour", "greyscale");
        write(image(BufferedImage.TYPE_BYTE_INDEXED, 8, 8));
        refuses("the image is with a palette", "greyscale");
        write(image(BufferedImage.TYPE_USHORT_GRAY, 8, 6));
        refuses("row 1 of the height map is 8 samples long", "square");
        write(image(BufferedImage.TYPE_USHORT_GRAY, 3, 3));
        refuses("width of the image is 3 pixels", "between 4 and 1024");
    }

    /** The size in the header is refused before a single pixel is decompressed. */
    @Test
    void aSmallFileMayNotClaimToBeALargeImage() throws IOException {
        write(image(BufferedImage.TYPE_USHORT_GRAY, 8, 8));
        byte[] bomb = Files.readAllBytes(folder.resolve("map.csv"));
        for (int i = 16; i < 24; i++) {
            bomb[i] = (byte) (i % 4 == 0 ? 0x7f : 0xff);
        }
        Files.write(folder.resolve("map.csv"), bomb);
        refuses("width of the image is 2147483647 pixels", "resample");
    }

    @Test
    void damagedImagesAreRefused() throws IOException {
        write(image(BufferedImage.TYPE_USHORT_GRAY, 8, 8));
        byte[] whole = Files.readAllBytes(folder.resolve("map.csv"));
        for (int length : new int[] {9, 20, 33, 50, whole.length / 2}) {
            Files.write(folder.resolve("map.csv"), Arrays.copyOf(whole, length));
            refuses("the image is damaged", "export it again");
        }
        byte[] spoilt = whole.clone();
        Arrays.fill(spoilt, 41, 60, (byte) 0x55);
        Files.write(folder.resolve("map.csv"), spoilt);
        refuses("the image is damaged");
    }

    @Test
    void severalFilesAreSeveralCasesAndOneFileMayServeMany() throws IOException {
        String row = "0,1,2,3\n";
        write(row.repeat(4));
        Files.writeString(folder.resolve("other.csv"), "0,1,2,4\n".repeat(4), StandardCharsets.US_ASCII);
        Files.writeString(
                study, STUDY.replace("FILE", "[map.csv, other.csv]").replace("\"10 um\"", "[\"5 um\", \"10 um\"]"));
        var space = StudyFile.load(study, Map.of()).space();
        assertThat(space.size()).isEqualTo(4);
        assertThat(IntStream.range(0, 4).mapToObj(i -> space.point(i).word(Parameter.FILE)))
                .containsExactly("map.csv", "map.csv", "other.csv", "other.csv");
        assertThat(IntStream.range(0, 4).mapToObj(i -> space.point(i).caseId())).doesNotHaveDuplicates();
        Files.writeString(study, STUDY.replace("FILE", "[map.csv, map.csv]"));
        refuses("a list with map.csv twice");
        Files.writeString(study, STUDY.replace("FILE", "{ from = 1, to = 2, count = 3 }"));
        assertThatThrownBy(this::point).hasMessageContaining("a group in braces");
    }

    @Test
    void aMapNeedsItsFileAndScale() throws IOException {
        Files.writeString(study, "topography { shape = height-map, peak-separation = \"150 um\" }");
        assertThatThrownBy(this::point)
                .hasMessageContaining("topography.file is missing")
                .hasMessageContaining("Maybe add topography.file = \"map.csv\".");
    }
}
