package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.critscape.jobs.store.Chunk;

/** Reads chunks a few at a time, since each may be far away, and hands them on in the order of their cases. */
final class ChunkReading {
    private static final int AT_ONCE = 8;

    private ChunkReading() {}

    /** Reads from a chunk. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Chunk chunk) throws IOException;
    }

    /**
     * Reads chunks.
     *
     * @param chunks in the order of their cases
     * @param next hears what was read, one chunk after the other; false where it wants no more
     */
    static <T> void inOrder(Collection<Chunk> chunks, Reader<T> reader, Predicate<T> next) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "chunk reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<T>> ahead = new ArrayDeque<>();
            Iterator<Chunk> rest = chunks.iterator();
            while (rest.hasNext() || !ahead.isEmpty()) {
                while (rest.hasNext() && ahead.size() < AT_ONCE) {
                    Chunk chunk = rest.next();
                    ahead.add(threads.submit(() -> reader.read(chunk)));
                }
                if (!next.test(result(ahead.remove()))) {
                    return;
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> read) throws IOException {
        try {
            return read.get();
        } catch (ExecutionException failure) {
            Throwable cause = failure.getCause();
            if (cause instanceof IOException unreadable) {
                throw unreadable;
            }
            if (cause instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            throw new CompletionException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
