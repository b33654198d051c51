package org.critscape.jobs.sweep;

import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Tally;
import org.jspecify.annotations.Nullable;

/**
 * What a task says of its chunk: what it committed, or the case that made it stop. A fault travels as a report and not as
 * an exception, since Spark repeats tasks that throw: right for a lost machine, useless for a bug. A class, not a record:
 * Kryo's field serializer cannot fill a record.
 */
final class ChunkReport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long firstCase;
    private final String file;
    private final long rows;
    private final long bytes;
    private final String sha256;
    private final String tally;
    private final long computed;
    private final double solverSeconds;
    private final long faultyCase;
    private final boolean ofMemory;
    private final @Nullable String fault;
    private final @Nullable String trace;

    private ChunkReport(
            long firstCase,
            Manifest.@Nullable DataFile written,
            Tally tally,
            long computed,
            double solverSeconds,
            @Nullable Fault fault) {
        this.firstCase = firstCase;
        this.file = written == null ? "" : written.name();
        this.rows = written == null ? 0 : written.rows();
        this.bytes = written == null ? 0 : written.bytes();
        this.sha256 = written == null ? "" : written.sha256();
        this.tally = tally.text();
        this.computed = computed;
        this.solverSeconds = solverSeconds;
        this.faultyCase = fault == null ? -1 : fault.index();
        this.ofMemory = fault != null && fault.ofMemory();
        this.fault = fault == null ? null : fault.message();
        this.trace = fault == null ? null : fault.trace();
    }

    /** A case that stops the sweep. */
    private record Fault(long index, boolean ofMemory, String message, String trace) {}

    static ChunkReport committed(
            Chunk chunk, Manifest.DataFile written, Tally tally, long computed, double solverSeconds) {
        return new ChunkReport(chunk.first(), written, tally, computed, solverSeconds, null);
    }

    static ChunkReport stoppedBy(CaseBugException bug) {
        return stopped(bug.index(), false, bug);
    }

    static ChunkReport stoppedBy(CaseMemoryException memory) {
        return stopped(memory.index(), true, memory);
    }

    private static ChunkReport stopped(long index, boolean ofMemory, RuntimeException exception) {
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        String message = String.valueOf(exception.getMessage());
        return new ChunkReport(index, null, Tally.NONE, 0, 0, new Fault(index, ofMemory, message, trace.toString()));
    }

    /** The first case of the chunk. */
    long firstCase() {
        return firstCase;
    }

    /** The file of the chunk. */
    Manifest.DataFile written() {
        return new Manifest.DataFile(file, rows, bytes, sha256);
    }

    /** How the cases of the chunk ended. */
    Tally tally() {
        return Tally.parse(tally);
    }

    /** Cases that were not committed before. */
    long computed() {
        return computed;
    }

    /** Their time in the solver [s]. */
    double solverSeconds() {
        return solverSeconds;
    }

    /** What stopped the chunk, with the trace of the machine where it happened; null where it is committed. */
    @Nullable
    RuntimeException fault() {
        if (fault == null) {
            return null;
        }
        Throwable there = new IllegalStateException("as the machine that solved it told:\n" + trace);
        return ofMemory ? new CaseMemoryException(faultyCase, fault) : new CaseBugException(faultyCase, fault, there);
    }
}
