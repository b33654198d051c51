package org.critscape.jobs.store;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.io.InputFile;

/**
 * What a study asks of a file system: a file appears whole or not at all, and may be replaced in one step. Paths are
 * relative to the folder of the study, with slashes.
 */
public interface FileStore {
    /** Whether the folder of the study is there, or a file in its place. */
    boolean exists() throws IOException;

    /** A file that stands where the folder of the study, or one above it, would be; empty where there is none. */
    Optional<String> obstacle() throws IOException;

    /** Makes a file appear, or replaces it, in one step. */
    void publish(String path, byte[] content) throws IOException;

    /** Makes a file appear unless there is one; whether it did. Of several who try at once one succeeds. */
    boolean create(String path, byte[] content) throws IOException;

    /** The content of a file; empty where there is none. */
    Optional<byte[]> read(String path) throws IOException;

    /** A file for a reader that takes only parts of it. */
    InputFile input(String path) throws IOException;

    /** What is in a folder, "." for that of the study, and the sizes of its files [bytes]; nothing where there is none. */
    Map<String, Long> list(String folder) throws IOException;

    /** Removes a file or a folder with all that is in it; nothing happens where there is none. */
    void delete(String path) throws IOException;

    /** A path as readers of tables spell it. */
    String location(String path);
}
