package org.critscape.jobs.config;

import java.nio.file.Path;
import java.util.Map;

/** Reads a study from a HOCON file. */
public final class StudyFile {
    private StudyFile() {}

    /**
     * The study a file describes.
     *
     * @param file the configuration file; its includes are relative to it
     * @param overrides keys and values that replace those of the file, in the words of {@code --set}
     * @throws ConfigurationException where the file or an override needs a change by the user
     */
    public static Study load(Path file, Map<String, String> overrides) {
        throw new ConfigurationException(file + " cannot be read before the next commit. Maybe merge again.");
    }
}
