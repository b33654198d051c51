package org.critscape.jobs.sweep;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.ChunkLayout;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Tally;
import org.critscape.jobs.store.Worker;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A folder of results that one sweep has to itself: what is there, what is missing, and what is written about it. */
public final class OpenStudy implements AutoCloseable {
    private final StudyFolder folder;
    private final Manifest.Study study;
    private final @Nullable Manifest before;
    private final ChunkLayout layout;
    private final SignsOfLife signs;
    private final NavigableSet<Chunk> committed = new TreeSet<>();
    private final Tally tally;
    /** The sweeps that worked on it before. */
    private final List<Manifest.Run> runs;

    /** Chunks whose files this sweep may replace. */
    private final Set<String> touched = new HashSet<>();

    private int torn;

    private OpenStudy(
            StudyFolder folder,
            Manifest.Study study,
            @Nullable Manifest before,
            SignsOfLife signs,
            @Nullable Worker relieved)
            throws IOException {
        this.folder = folder;
        this.study = study;
        this.before = before;
        this.layout = new ChunkLayout(ends(before, study.cases()));
        this.signs = signs;
        Set<Chunk> chunks = new HashSet<>(layout.chunks());
        Tally sum = Tally.NONE;
        for (Chunk chunk : folder.committed()) {
            if (!chunks.contains(chunk)) {
                throw StudyFolder.refusal(
                        folder.table("") + ", whose file of the cases " + chunk.first() + " to " + (chunk.end() - 1)
                                + " this study has not,",
                        "new, or the results of this study");
            }
            Optional<Tally> part = folder.tally(chunk, study.hash());
            if (part.isPresent()) {
                committed.add(chunk);
                sum = sum.plus(part.get());
            } else {
                torn++;
            }
        }
        this.tally = sum;
        this.runs = runs(relieved);
    }

    /** The earlier sweeps; of one that was killed, as far as its chunks tell. */
    private List<Manifest.Run> runs(@Nullable Worker relieved) throws IOException {
        List<Manifest.Run> all = new ArrayList<>(before == null ? List.of() : before.runs());
        Manifest.Run last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last != null && last.end() == null) {
            Set<String> known = files().keySet();
            long cases = 0;
            double solverSeconds = 0;
            for (Chunk chunk : committed) {
                if (!known.contains(StudyFolder.fileOfCases(chunk))) {
                    cases += chunk.size();
                    solverSeconds += folder.solverSeconds(chunk);
                }
            }
            all.set(all.size() - 1, Manifest.Run.killed(last.started(), cases, solverSeconds));
        } else if (relieved != null) {
            // It had taken the folder, but died before its engine ran.
            all.add(Manifest.Run.killed(Instant.ofEpochMilli(relieved.started()).toString(), 0, 0));
        }
        return all;
    }

    /** The files of the case table that the manifest knows, by name. */
    private Map<String, Manifest.DataFile> files() {
        return before == null
                ? new HashMap<>()
                : before.files().stream()
                        .collect(Collectors.toMap(
                                Manifest.DataFile::name, Function.identity(), (a, b) -> b, HashMap::new));
    }

    /**
     * Refuses a folder that cannot take the results of a study; writes nothing.
     *
     * @throws InvalidInputException where it holds something else, the results of another study, or is at work
     * @throws IOException where it cannot be read
     */
    public static void check(StudyFolder folder, Manifest.Study study) throws IOException {
        requireSame(folder, study);
        requireFree(folder, folder.worker().orElse(null));
    }

    /** The same, and takes the folder; to be closed. */
    public static OpenStudy take(StudyFolder folder, Manifest.Study study) throws IOException {
        Manifest before = requireSame(folder, study);
        Worker mine = Worker.here(study.cases());
        Worker relieved = folder.worker().orElse(null);
        Worker holder = folder.take(mine);
        if (!holder.id().equals(mine.id())) {
            requireFree(folder, holder);
        }
        SignsOfLife signs = new SignsOfLife(folder, mine);
        try {
            return new OpenStudy(folder, study, before, signs, relieved);
        } catch (IOException | RuntimeException failure) {
            signs.close();
            throw failure;
        }
    }

    private static @Nullable Manifest requireSame(StudyFolder folder, Manifest.Study study) throws IOException {
        String name = folder.table("");
        folder.requireNoFile("Maybe choose another one with --out.");
        Manifest there = folder.manifest().orElse(null);
        if (there == null) {
            if (folder.isTaken()) {
                throw StudyFolder.refusal(
                        name + ", which holds something else,", "new, empty, or the results of this study");
            }
            return null;
        }
        if (there.format() != Manifest.FORMAT) {
            throw StudyFolder.refusal(
                    name + ", whose tables have version " + there.format() + ",",
                    "new, or of version " + Manifest.FORMAT);
        }
        List<String> differences = StudyIdentity.differences(there.study(), study);
        if (!differences.isEmpty()) {
            throw new InvalidInputException(
                    "output folder",
                    name + ", the results of another study (" + String.join("; ", differences) + "),",
                    "new, or the results of this study",
                    "Maybe choose another one with --out, or undo the change.");
        }
        return there;
    }

    private static void requireFree(StudyFolder folder, @Nullable Worker worker) {
        if (worker != null && worker.isAlive()) {
            throw new InvalidInputException(
                    "output folder",
                    folder.table("") + ", where process " + worker.pid() + " on " + worker.host() + " is at work,",
                    "one that no other sweep works on",
                    "Maybe watch it with critscape status, or choose another one with --out.");
        }
    }

    private static List<Long> ends(@Nullable Manifest before, long cases) {
        List<Long> ends =
                new ArrayList<>(before == null ? List.of() : before.plan().ends());
        if (ends.isEmpty() || ends.get(ends.size() - 1) < cases) {
            ends.add(cases);
        }
        return ends;
    }

    /** The folder. */
    public StudyFolder folder() {
        return folder;
    }

    Manifest.Study study() {
        return study;
    }

    SignsOfLife signs() {
        return signs;
    }

    /** Number of files that are torn, by a loss of power perhaps, and are made again. */
    public int torn() {
        return torn;
    }

    /** Says that the file of a chunk that is there may be replaced: what is known of it holds no longer. */
    void touch(Chunk chunk) {
        touched.add(StudyFolder.fileOfCases(chunk));
    }

    /** Number of cases that are there. */
    public long done() {
        return tally.cases();
    }

    /** Whether all cases are there and the manifest says so: nothing is left to do. */
    public boolean isComplete() {
        return before != null
                && before.state().equals(Manifest.COMPLETE)
                && before.study().cases() == study.cases()
                && done() == study.cases();
    }

    /** The result of a sweep that has nothing to do. */
    public SweepResult unchanged() {
        return new SweepResult(SweepEnd.COMPLETE, null, now(), tally, 0, 0, 0, Map.of());
    }

    /** Number of cases that an earlier sweep was asked for; 0 where there was none. */
    public long casesBefore() {
        return before == null ? 0 : before.study().cases();
    }

    /** How the cases that are there ended. */
    Tally tally() {
        return tally;
    }

    /** The chunks that are missing, in the order of their cases. */
    List<Chunk> missing() {
        return layout.chunks().stream()
                .filter(chunk -> !committed.contains(chunk))
                .toList();
    }

    /** Whether a chunk of the study was missing when the folder was taken. */
    boolean isMissing(Chunk chunk) {
        return !committed.contains(chunk) && chunk.end() <= study.cases();
    }

    /** The chunks that are there. */
    NavigableSet<Chunk> committed() {
        return committed;
    }

    /** Says in the manifest that a sweep has begun. */
    void begin(Manifest.Versions versions, Manifest.Engine engine) throws IOException {
        write(versions, engine, Manifest.RUNNING, tally, new Manifest.Run(now(), null, null, 0, 0, 0), files());
    }

    /** Says in the manifest how it ended. */
    void end(Manifest.Versions versions, Manifest.Engine engine, SweepResult result) throws IOException {
        boolean complete = result.tally().cases() == study.cases();
        Manifest.Run run = new Manifest.Run(
                result.started(),
                now(),
                result.end().word(),
                result.computed(),
                result.wallSeconds(),
                result.solverSeconds());
        Map<String, Manifest.DataFile> known = files();
        known.keySet().removeAll(touched);
        known.putAll(result.files());
        write(versions, engine, complete ? Manifest.COMPLETE : Manifest.STOPPED, result.tally(), run, known);
    }

    private void write(
            Manifest.Versions versions,
            Manifest.Engine engine,
            String state,
            Tally sum,
            Manifest.Run run,
            Map<String, Manifest.DataFile> known)
            throws IOException {
        if (!signs.isUndisputed()) {
            throw new IOException("another sweep has taken the folder over");
        }
        List<Manifest.Run> all = new ArrayList<>(runs);
        all.add(run);
        // Torn files are none until they are made again.
        Set<String> whole = committed.stream().map(StudyFolder::fileOfCases).collect(Collectors.toSet());
        List<Manifest.DataFile> files = folder.dataFiles(known).stream()
                .filter(file -> !state.equals(Manifest.RUNNING) || whole.contains(file.name()))
                .toList();
        List<Long> ends = ends(before, study.cases());
        folder.describe(new Manifest(
                Manifest.FORMAT,
                study,
                new Manifest.Plan(layout.chunks().size(), ends),
                versions,
                engine,
                state,
                sum.counts(),
                all,
                files));
    }

    static String now() {
        return Instant.now().toString();
    }

    /** Leaves the folder to others. */
    @Override
    public void close() throws IOException {
        signs.close();
    }
}
