package org.critscape.jobs.config;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.HeightSamples;

/**
 * Heights as a 16-bit greyscale PNG: 0 is black, 1 white. The header is checked before anything is decompressed, so a
 * small file cannot ask for much memory. Format: W3C, Portable Network Graphics, third edition, 2025.
 */
final class PngHeights {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int HEADER_CHUNK = 0x49484452;
    private static final int HEADER_END = 33;
    private static final int GREY = 0;
    private static final int DEPTH = 16;
    private static final double WHITE = 65535;
    private static final Map<Integer, String> COLOURS =
            Map.of(2, "in colour", 3, "with a palette", 4, "greyscale with transparency", 6, "in colour");

    private PngHeights() {}

    /** Whether a file begins as any PNG does. */
    static boolean isPng(byte[] bytes) {
        return bytes.length >= SIGNATURE.length
                && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    /** The heights row by row; throws {@link InvalidInputException} where the image is of another kind, or damaged. */
    static double[][] read(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER_END || header.getInt(12) != HEADER_CHUNK) {
            throw damaged();
        }
        requireSize("width", header.getInt(16));
        requireSize("height", header.getInt(20));
        int depth = Byte.toUnsignedInt(bytes[24]), colour = Byte.toUnsignedInt(bytes[25]);
        if (colour != GREY) {
            throw refused(COLOURS.getOrDefault(colour, "of an unknown kind"), "Maybe convert it to greyscale.");
        }
        if (depth != DEPTH) {
            throw refused(
                    "of " + depth + " bits a pixel",
                    "Maybe export it with 16 bits: with fewer, heights are steps that the current would see.");
        }
        return heights(decode(bytes));
    }

    private static void requireSize(String side, int pixels) {
        if (pixels < HeightSamples.FEWEST || pixels > HeightSamples.MOST) {
            throw new InvalidInputException(
                    side + " of the image",
                    Integer.toUnsignedString(pixels) + " pixels",
                    "between " + HeightSamples.FEWEST + " and " + HeightSamples.MOST + " pixels",
                    "Maybe crop or resample it.");
        }
    }

    private static Raster decode(byte[] bytes) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            return reader.read(0).getRaster();
        } catch (IOException | RuntimeException e) {
            // The decoder answers damaged images with exceptions of many kinds.
            throw damaged();
        } finally {
            reader.dispose();
        }
    }

    private static double[][] heights(Raster raster) {
        double[][] heights = new double[raster.getHeight()][raster.getWidth()];
        for (int row = 0; row < heights.length; row++) {
            for (int column = 0; column < heights[row].length; column++) {
                heights[row][column] = raster.getSample(column, row, 0) / WHITE;
            }
        }
        return heights;
    }

    private static InvalidInputException refused(String found, String advice) {
        return new InvalidInputException("the image", found, "greyscale of 16 bits without transparency", advice);
    }

    private static InvalidInputException damaged() {
        return new InvalidInputException(
                "the image", "damaged", "a complete PNG", "Maybe the export was interrupted; export it again.");
    }
}
