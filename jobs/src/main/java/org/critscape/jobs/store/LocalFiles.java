package org.critscape.jobs.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/** Files of this machine, or of a disk that all machines mount: written beside, then renamed onto their name. */
final class LocalFiles implements FileStore {
    private final Path folder;

    LocalFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean exists() {
        return Files.exists(folder);
    }

    @Override
    public Optional<String> obstacle() {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there == null || Files.isDirectory(there) ? Optional.empty() : Optional.of(there.toString());
    }

    @Override
    public void publish(String path, byte[] content) throws IOException {
        Path target = folder.resolve(path);
        Files.createDirectories(parent(target));
        Path work = Files.createDirectories(folder.resolve(StudyFolder.WORK));
        Path written = work.resolve(UUID.randomUUID().toString());
        try {
            writeThrough(written, content);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** On the disk itself before it gets its name: else a loss of power may leave the name of an empty file. */
    private static void writeThrough(Path path, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(false);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }

    @Override
    public boolean create(String path, byte[] content) throws IOException {
        Path target = folder.resolve(path);
        Path work = Files.createDirectories(folder.resolve(StudyFolder.WORK));
        Path written = work.resolve(UUID.randomUUID().toString());
        try {
            Files.write(written, content, StandardOpenOption.CREATE_NEW);
            // A link to a whole file: nobody ever sees a part of it.
            Files.createLink(target, written);
            return true;
        } catch (FileAlreadyExistsException exists) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            return createInPlace(target, content);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static boolean createInPlace(Path target, byte[] content) throws IOException {
        try {
            Files.write(target, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException exists) {
            return false;
        }
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    @Override
    public InputFile input(String path) {
        return new LocalInputFile(folder.resolve(path));
    }

    @Override
    public Map<String, Long> list(String name) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sizes.put(String.valueOf(file.getFileName()), Files.size(file));
            }
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return Map.of();
        }
        return sizes;
    }

    @Override
    public void delete(String path) throws IOException {
        Path root = folder.resolve(path);
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e.getCause();
            }
            // Somebody else deletes it as well.
        } catch (DirectoryNotEmptyException filledAgain) {
            // Somebody writes there: it is theirs to delete.
        }
    }

    @Override
    public String location(String path) {
        return folder.resolve(path).toString();
    }
}
