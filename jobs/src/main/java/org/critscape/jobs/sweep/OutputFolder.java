package org.critscape.jobs.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.HadoopIllegalArgumentException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The folder of one sweep's results, all or nothing: everything is written to a hidden neighbour and renamed in one
 * step at the end. A killed run leaves at most the hidden folder, which no reader takes for results.
 */
public final class OutputFolder implements AutoCloseable {
    private static final Pattern HAS_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    /** Hadoop takes what stands before a colon for a scheme. */
    private static final Pattern UNREADABLE = Pattern.compile(".*:.*");

    private static final Pattern GLOB = Pattern.compile(".*[*?\\[\\]{}].*");

    private final FileContext files;
    private final Path target;
    private final Path work;
    private final Thread onKill = new Thread(this::discard, "remove unfinished results");

    private OutputFolder(FileContext files, Path target) {
        this.files = files;
        this.target = target;
        this.work = new Path(target.getParent(), "." + target.getName() + ".unfinished-" + UUID.randomUUID());
    }

    /**
     * Refuses a folder that cannot take results; writes nothing.
     *
     * @param folder a local path, or a URL with a scheme
     * @throws InvalidInputException where it exists already or its name does not suit the readers
     */
    public static void check(String folder) {
        open(folder);
    }

    /**
     * A folder ready to be written to; its results appear with {@link #commit}.
     *
     * @param folder a local path, or a URL with a scheme
     * @throws InvalidInputException where it exists already or cannot be made
     */
    public static OutputFolder create(String folder) {
        OutputFolder output = open(folder);
        try {
            output.files.mkdir(output.work, null, true);
        } catch (IOException e) {
            throw refusal(folder + " (" + e.getMessage() + ")", "a folder that can be written");
        }
        Runtime.getRuntime().addShutdownHook(output.onKill);
        return output;
    }

    private static OutputFolder open(String folder) {
        Path target = path(folder);
        if (target.isRoot()
                || UNREADABLE.matcher(target.getName()).matches()
                || GLOB.matcher(target.toString()).matches()) {
            throw refusal(folder, "a folder whose path has none of * ? [ ] { } and whose name has no colon");
        }
        try {
            FileContext files = FileContext.getFileContext(target.toUri(), new Configuration());
            if (files.util().exists(target)) {
                throw refusal(folder + ", which exists,", "new, since results are never overwritten");
            }
            return new OutputFolder(files, target);
        } catch (IOException | HadoopIllegalArgumentException e) {
            throw refusal(folder + " (" + e.getMessage() + ")", "on a file system that can be reached");
        } catch (RuntimeException e) {
            // The context wraps whatever its file system's class throws while it is made, a missing class for example.
            if (e instanceof InvalidInputException || isLocal(target)) {
                throw e;
            }
            throw refusal(folder + " (" + e + ")", "on a file system that can be reached");
        }
    }

    private static Path path(String folder) {
        try {
            return HAS_SCHEME.matcher(folder).matches()
                    ? new Path(folder)
                    : new Path(java.nio.file.Path.of(folder)
                            .toAbsolutePath()
                            .normalize()
                            .toUri());
        } catch (IllegalArgumentException e) {
            throw refusal(folder + " (" + e.getMessage() + ")", "a path or a URL");
        }
    }

    private static boolean isLocal(Path path) {
        return "file".equals(path.toUri().getScheme());
    }

    private static InvalidInputException refusal(String value, String allowed) {
        return new InvalidInputException("output folder", value, allowed, "Maybe choose another one with --out.");
    }

    /** Where a table is written before the commit. */
    String work(String table) {
        return new Path(work, table).toString();
    }

    /** Where a table is found after the commit; a plain path where it is local. */
    public String result(String table) {
        Path path = new Path(target, table);
        return isLocal(path) ? path.toUri().getPath() : path.toString();
    }

    /** Removes a table that was only needed on the way. */
    void drop(String table) throws IOException {
        files.delete(new Path(work, table), true);
    }

    /** Makes the results appear, all at once. */
    void commit() throws IOException {
        files.rename(work, target, Options.Rename.NONE);
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onKill);
        } catch (IllegalStateException shuttingDown) {
            // The hook itself is at work.
        }
    }

    private void discard() {
        try {
            if (files.util().exists(work)) {
                files.delete(work, true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the unfinished results in " + work, e);
        }
    }
}
