package org.critscape.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.critscape.jobs.space.SampledMap;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.topography.HeightSamples;

/** Reads the height maps that a study names, each file once. What a file is, its content says and not its name. */
final class HeightMapFiles {
    /** Enough for the largest map with all digits of its heights. */
    private static final long MOST_BYTES = 64L << 20;

    private static final Pattern IMAGE = Pattern.compile("(?i).*\\.(png|tiff?|jpe?g|bmp|gif|webp|pgm)");

    private final Path folder;
    private final Map<String, SampledMap> read = new HashMap<>();

    /** Files named relative to a folder. */
    HeightMapFiles(Path folder) {
        this.folder = folder;
    }

    /** The map of a file; throws {@link ConfigurationException} where there is none, or none that can be used. */
    SampledMap read(Setting setting) {
        String name = setting.text("a file name", "Maybe \"map.csv\".");
        SampledMap map = read.get(name);
        if (map == null) {
            map = new SampledMap(name, samples(setting, name));
            read.put(name, map);
        }
        return map;
    }

    private HeightSamples samples(Setting setting, String name) {
        byte[] bytes = bytes(setting, name);
        try {
            return new HeightSamples(PngHeights.isPng(bytes) ? PngHeights.read(bytes) : text(name, bytes));
        } catch (InvalidInputException e) {
            throw new ConfigurationException(setting.place() + ": " + path(setting, name) + ": " + e.getMessage());
        }
    }

    /** Text may have any name; what is none and is called an image was meant to be one. */
    private static double[][] text(String name, byte[] bytes) {
        try {
            return CsvHeights.read(bytes);
        } catch (InvalidInputException e) {
            if (!IMAGE.matcher(name).matches()) {
                throw e;
            }
            throw new InvalidInputException(
                    "the image",
                    "no PNG by its content",
                    "greyscale PNG of 16 bits without transparency",
                    "Maybe convert it: another name does not make another format.");
        }
    }

    private byte[] bytes(Setting setting, String name) {
        String allowed = "a height map, CSV or 16-bit greyscale PNG; its path is relative to the study's folder";
        Path path = found(setting, name, allowed);
        try {
            long size = Files.size(path);
            if (size > MOST_BYTES) {
                throw setting.refused(
                        path + ", " + size + " bytes long,",
                        allowed + ", of at most " + MOST_BYTES + " bytes",
                        "Maybe resample the map.");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw setting.refused(path + ", which cannot be read,", allowed, "Maybe it was moved just now.");
        }
    }

    /** A file that is named relative to the folder; throws {@link ConfigurationException} where none can be read. */
    Path found(Setting setting, String name, String allowed) {
        Path path = path(setting, name);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            String found = Files.isDirectory(path) ? ", a folder," : ", no file that can be read,";
            throw setting.refused(path + found, allowed, "Maybe the path is misspelt.");
        }
        return path;
    }

    private Path path(Setting setting, String name) {
        try {
            return folder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw setting.refused("\"" + name + "\"", "a file name", "Maybe \"map.csv\".");
        }
    }
}
