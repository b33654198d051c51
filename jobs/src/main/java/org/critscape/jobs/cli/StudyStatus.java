package org.critscape.jobs.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.ChunkLayout;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Tally;
import org.critscape.jobs.store.Worker;
import org.critscape.jobs.sweep.SparkEngine;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * How far a sweep has come, as its folder tells it.
 *
 * @param manifest what the folder is; null where a sweep has just taken it
 * @param worker who works on it or did when it was killed; null where the last sweep took its leave
 * @param alive whether that one is at work
 * @param chunks that are committed
 * @param tally of their cases
 */
record StudyStatus(
        @Nullable Manifest manifest, @Nullable Worker worker, boolean alive, NavigableSet<Chunk> chunks, Tally tally) {

    /** What goes on. */
    enum State {
        /** A sweep has taken the folder and starts its engine. */
        STARTING,
        /** A sweep is at work. */
        RUNNING,
        /** All cases are committed. */
        COMPLETE,
        /** The last sweep ended before all was done. */
        STOPPED,
        /** The last sweep was killed, with its machine perhaps. */
        KILLED
    }

    /**
     * The folder of a study that a command reads; whether it is there shows when it is read.
     *
     * @param name as the user spelled it
     */
    static StudyFolder folder(String name) {
        try {
            return StudyFolder.of(name, SparkEngine.fileSystems());
        } catch (InvalidInputException refusal) {
            // The store speaks of --out, which such commands have not.
            throw new InvalidInputException(
                    "output folder",
                    name.isBlank() ? "empty" : name,
                    "a folder of results on a file system that can be reached",
                    "Maybe give the folder that critscape sweep wrote to.");
        }
    }

    /**
     * Reads a folder.
     *
     * @param name as the user spelled it
     * @throws InvalidInputException where it is no folder of results
     * @throws IOException where it cannot be read
     */
    static StudyStatus read(StudyFolder folder, String name) throws IOException {
        folder.requireNoFile("Maybe give the folder that critscape sweep wrote to.");
        // The worker first: of a sweep that ends meanwhile the later manifest tells how.
        Worker worker = folder.worker().orElse(null);
        boolean alive = worker != null && worker.isAlive();
        Manifest manifest = folder.manifest().orElse(null);
        if (manifest == null && worker == null) {
            throw refusal(name + (folder.exists() ? ", which has no manifest.json," : ", which does not exist,"));
        }
        if (manifest != null && manifest.format() != Manifest.FORMAT) {
            throw refusal(name + ", whose tables have version " + manifest.format() + ",");
        }
        NavigableSet<Chunk> chunks = folder.committed();
        if (manifest != null) {
            chunks.retainAll(new ChunkLayout(manifest.plan().ends()).chunks());
        }
        Tally[] sum = {Tally.NONE};
        ChunkReading.inOrder(chunks, folder::tally, part -> {
            sum[0] = sum[0].plus(part);
            return true;
        });
        return new StudyStatus(manifest, worker, alive, chunks, sum[0]);
    }

    private static InvalidInputException refusal(String value) {
        return new InvalidInputException(
                "output folder",
                value,
                "the results of a sweep by this version of critscape",
                "Maybe give the folder that critscape sweep wrote to, out/STUDY or that of --out.");
    }

    State state() {
        if (worker != null && alive) {
            return manifest == null ? State.STARTING : State.RUNNING;
        }
        if (manifest != null && tally.cases() >= manifest.study().cases()) {
            return State.COMPLETE;
        }
        // Whoever takes its leave takes its mark along; one that is killed, even while its engine starts, does not.
        boolean hasLeft = worker == null && manifest != null && manifest.state().equals(Manifest.STOPPED);
        return hasLeft ? State.STOPPED : State.KILLED;
    }

    /** How far an unfinished study is, in words; empty where it is complete. */
    Optional<String> shortfall() {
        return state() == State.COMPLETE
                ? Optional.empty()
                : Optional.of(tally.cases() + " of " + Display.cases(cases()) + " are there, the sweep "
                        + (alive ? "is at work" : "has ended before all was done"));
    }

    /** Name of the study; empty where none is known yet. */
    String name() {
        return manifest == null ? "" : manifest.study().name();
    }

    /** Number of all cases. */
    long cases() {
        if (manifest != null) {
            return manifest.study().cases();
        }
        return worker == null ? 0 : worker.toDo();
    }

    /** Number of cases that are done, those of chunks in flight included. */
    long done() {
        return worker == null || !alive ? tally.cases() : Math.max(tally.cases(), worker.done());
    }

    /** The last sweep; empty where none has begun. */
    Optional<Manifest.Run> lastRun() {
        List<Manifest.Run> runs = manifest == null ? List.of() : manifest.runs();
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
    }

    /** Cases per second of wall time: now, or of the last sweep that ended; empty while unknown. */
    OptionalDouble perSecond() {
        double rate = 0;
        if (worker != null && alive) {
            rate = worker.perSecond();
        } else if (manifest != null) {
            for (Manifest.Run run : manifest.runs()) {
                rate = run.cases() > 0 && run.wallSeconds() > 0 ? run.cases() / run.wallSeconds() : rate;
            }
        }
        return rate > 0 ? OptionalDouble.of(rate) : OptionalDouble.empty();
    }

    /** The time that the other cases take at this rate; empty while it is unknown. */
    Optional<Duration> left() {
        OptionalDouble rate = perSecond();
        return rate.isPresent() && done() < cases()
                ? Optional.of(Duration.ofMillis(Math.round(1e3 * (cases() - done()) / rate.getAsDouble())))
                : Optional.empty();
    }
}
