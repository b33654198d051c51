package org.critscape.jobs.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;

/**
 * Files of any file system that Hadoop knows. Where renaming is one step, as on HDFS, a file is written beside and
 * renamed onto its name. An object store has no such step, but shows an object only once all of it has arrived, so there
 * it is written under its name at once.
 */
final class RemoteFiles implements FileStore {
    private static final Set<String> OBJECT_STORES =
            Set.of("s3", "s3a", "s3n", "gs", "oss", "cosn", "obs", "o3fs", "ofs");

    /** A mark may be rewritten while it is read; then it is read anew. */
    private static final int MOST_READINGS = 10;

    private final FileContext files;
    private final Path folder;
    private final Configuration configuration;

    /**
     * @param folder with a scheme
     * @param configuration of the file system
     */
    RemoteFiles(Path folder, Configuration configuration) throws IOException {
        this.files = FileContext.getFileContext(folder.toUri(), configuration);
        this.folder = folder;
        this.configuration = configuration;
    }

    @Override
    public boolean exists() throws IOException {
        return files.util().exists(folder);
    }

    @Override
    public Optional<String> obstacle() throws IOException {
        return exists() && files.getFileStatus(folder).isFile() ? Optional.of(folder.toString()) : Optional.empty();
    }

    @Override
    public void publish(String path, byte[] content) throws IOException {
        Path target = new Path(folder, path);
        if (isObjectStore()) {
            write(target, content, CreateFlag.OVERWRITE);
            return;
        }
        files.mkdir(target.getParent(), null, true);
        Path written =
                new Path(new Path(folder, StudyFolder.WORK), UUID.randomUUID().toString());
        write(written, content, CreateFlag.OVERWRITE);
        files.rename(written, target, Options.Rename.OVERWRITE);
    }

    private boolean isObjectStore() {
        return OBJECT_STORES.contains(String.valueOf(folder.toUri().getScheme()));
    }

    private void write(Path path, byte[] content, CreateFlag... flags) throws IOException {
        EnumSet<CreateFlag> all = EnumSet.of(CreateFlag.CREATE, flags);
        send(files.create(path, all, Options.CreateOpts.createParent()), content);
    }

    private static void send(FSDataOutputStream out, byte[] content) throws IOException {
        try {
            out.write(content);
        } catch (IOException | RuntimeException failure) {
            abandon(out, failure);
            throw failure;
        }
        out.close();
    }

    /** On an object store closing would show what has arrived so far as if it were all. */
    private static void abandon(FSDataOutputStream out, Exception failure) {
        try {
            if (out.hasCapability(CommonPathCapabilities.ABORTABLE_STREAM)) {
                out.abort();
            } else {
                out.close();
            }
        } catch (IOException | RuntimeException further) {
            failure.addSuppressed(further);
        }
    }

    @Override
    public boolean create(String path, byte[] content) throws IOException {
        Path target = new Path(folder, path);
        if (isObjectStore()) {
            return createObject(target, content);
        }
        try {
            write(target, content);
            return true;
        } catch (FileAlreadyExistsException exists) {
            return false;
        }
    }

    /**
     * Looking whether an object is there and writing it are two requests, between which another may write. {@code s3a} asks
     * the store to refuse the second (a PUT with {@code If-None-Match: *}) where its builder is told so.
     */
    private boolean createObject(Path target, byte[] content) throws IOException {
        FileSystem store = target.getFileSystem(configuration);
        try {
            FSDataOutputStreamBuilder<?, ?> builder = store.createFile(target);
            builder.overwrite(false)
                    .recursive()
                    .opt(Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
            send(builder.build(), content);
            return true;
        } catch (IOException refused) {
            // Each store has an exception of its own for this.
            if (store.exists(target)) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        for (int reading = 1; ; reading++) {
            try (FSDataInputStream in = files.open(new Path(folder, path))) {
                return Optional.of(in.readAllBytes());
            } catch (FileNotFoundException missing) {
                return Optional.empty();
            } catch (IOException failure) {
                if (reading == MOST_READINGS || !isOfAnotherVersion(failure)) {
                    throw failure;
                }
            }
        }
    }

    /** Stores have no common exception for this; {@code s3a} asks for the version that it saw first (If-Match). */
    private static boolean isOfAnotherVersion(IOException failure) {
        String text = failure.toString();
        return text.contains("RemoteFileChanged") || text.contains("PreconditionFailed") || text.contains("Code: 412");
    }

    @Override
    public InputFile input(String path) throws IOException {
        return HadoopInputFile.fromPath(new Path(folder, path), configuration);
    }

    @Override
    public Map<String, Long> list(String name) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try {
            RemoteIterator<FileStatus> statuses = files.listStatus(new Path(folder, name));
            while (statuses.hasNext()) {
                FileStatus status = statuses.next();
                sizes.put(status.getPath().getName(), status.getLen());
            }
        } catch (FileNotFoundException missing) {
            return Map.of();
        }
        return sizes;
    }

    @Override
    public void delete(String path) throws IOException {
        try {
            files.delete(new Path(folder, path), true);
        } catch (FileNotFoundException missing) {
            // As asked.
        }
    }

    @Override
    public String location(String path) {
        return (path.isEmpty() ? folder : new Path(folder, path)).toString();
    }
}
