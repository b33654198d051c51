package org.critscape.jobs.store;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.HadoopIllegalArgumentException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Table;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The results of one study: a folder of chunks for each table, {@code manifest.json}, and while a sweep runs {@code
 * _driver.json}. A chunk is committed when its file of the case table has its name; its timings stand there before.
 */
public final class StudyFolder {
    static final String WORK = "_work";
    private static final String PARTIAL = "_partial";
    private static final String MANIFEST = "manifest.json";
    private static final String DRIVER = "_driver.json";
    /** File on the atlas of a study that has one. */
    public static final String ATLAS = "atlas.json";

    /** Folder of the rows that were solved directly to compare. */
    public static final String AUDIT = "audit";

    private static final Set<String> OWN =
            Set.of(CaseTable.TABLE.name(), TimingTable.TABLE.name(), DRIVER, PARTIAL, WORK, ATLAS, AUDIT);
    private static final String STUDY_NOTE = "critscape.study";
    private static final String TALLY_NOTE = "critscape.tally";

    private final URI uri;
    private final FileStore files;

    private StudyFolder(URI uri, FileStore files) {
        this.uri = uri;
        this.files = files;
    }

    /**
     * A folder, whether it exists or not; writes nothing.
     *
     * @param folder a local path, or a URL with a scheme
     * @param configuration of file systems other than the local one
     * @throws InvalidInputException where its name does not suit the readers or its file system cannot be reached
     */
    public static StudyFolder of(String folder, Configuration configuration) {
        Path target = FolderName.path(folder);
        try {
            return on(target.toUri(), configuration);
        } catch (IOException | HadoopIllegalArgumentException e) {
            throw refusal(folder + " (" + Reason.of(e) + ")", "on a file system that can be reached");
        } catch (RuntimeException e) {
            // The context wraps whatever its file system's class throws while it is made, a missing class for example.
            throw refusal(folder + " (" + Reason.of(root(e)) + ")", "on a file system that can be reached");
        }
    }

    /** The folder at {@link #uri}, as an executor opens it. */
    public static StudyFolder on(URI uri, Configuration configuration) throws IOException {
        FileStore files = "file".equals(uri.getScheme())
                ? new LocalFiles(java.nio.file.Path.of(uri.getPath()))
                : new RemoteFiles(new Path(uri), configuration);
        return new StudyFolder(uri, files);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The complaint about an output folder. */
    public static InvalidInputException refusal(String value, String allowed) {
        return new InvalidInputException("output folder", value, allowed, "Maybe choose another one with --out.");
    }

    /** Its files, for what a sweep keeps beside its tables. */
    public FileStore files() {
        return files;
    }

    /** Where it is, with a scheme. */
    public URI uri() {
        return uri;
    }

    /** Whether there is such a folder or file. */
    public boolean exists() throws IOException {
        return files.exists();
    }

    /**
     * Refuses a file where the folder should be.
     *
     * @param advice a sentence that starts with "Maybe"
     * @throws InvalidInputException where there is one
     */
    public void requireNoFile(String advice) throws IOException {
        Optional<String> obstacle = files.obstacle();
        if (obstacle.isPresent()) {
            throw new InvalidInputException(obstacle.get(), "a file", "a folder", advice);
        }
    }

    /** Whether something is there that no sweep made: a file of this name, or a folder that holds anything else. */
    public boolean isTaken() throws IOException {
        Set<String> names = files.list(".").keySet();
        return names.isEmpty()
                ? files.obstacle().isPresent()
                : !names.stream().allMatch(name -> OWN.contains(name) || name.startsWith("."));
    }

    /** A table's folder as readers spell it: a plain path where it is local. */
    public String table(String name) {
        return files.location(name);
    }

    /** What the folder is; empty where no sweep has begun it. */
    public Optional<Manifest> manifest() throws IOException {
        Optional<byte[]> json = files.read(MANIFEST);
        return json.isEmpty() ? Optional.empty() : Optional.of(Manifest.read(json.get()));
    }

    /** Writes what the folder is. */
    public void describe(Manifest manifest) throws IOException {
        files.publish(MANIFEST, manifest.json());
    }

    /** Who works on it, alive or not; empty where the last sweep took its leave, or its mark is torn. */
    public Optional<Worker> worker() throws IOException {
        Optional<byte[]> json = files.read(DRIVER);
        try {
            return json.isEmpty() ? Optional.empty() : Optional.of(Worker.read(json.get()));
        } catch (IOException torn) {
            return Optional.empty();
        }
    }

    /** Whether no other sweep has taken the folder over. */
    public boolean isOf(Worker worker) throws IOException {
        return worker().map(present -> present.id().equals(worker.id())).orElse(true);
    }

    /**
     * Takes the folder for one sweep; one that is dead is relieved. Chunks stay whole even where two drivers believe that
     * they have it, since both would write the same bytes under the same names. The mark may turn out to be there and be
     * one's own: where the answer to the request that made it was lost, and it was sent again.
     *
     * @return the one who has it now: the one given, or another who is alive
     */
    public Worker take(Worker worker) throws IOException {
        if (files.create(DRIVER, worker.json())) {
            return worker;
        }
        Optional<Worker> other = worker();
        if (other.isPresent() && other.get().isAlive()) {
            return other.get();
        }
        files.delete(DRIVER);
        return files.create(DRIVER, worker.json()) ? worker : worker().orElse(worker);
    }

    /** A sign of life; false where another sweep has taken the folder over. */
    public boolean beat(Worker worker) throws IOException {
        if (!isOf(worker)) {
            return false;
        }
        files.publish(DRIVER, worker.json());
        return true;
    }

    /** Leaves the folder, and nothing behind that is not a result. */
    public void leave(Worker worker) throws IOException {
        if (isOf(worker)) {
            files.delete(DRIVER);
            files.delete(WORK);
            if (files.list(PARTIAL).isEmpty()) {
                files.delete(PARTIAL);
            }
        }
    }

    /** The chunks that are committed, in the order of their cases. */
    public NavigableSet<Chunk> committed() throws IOException {
        NavigableSet<Chunk> chunks = new TreeSet<>();
        for (String name : files.list(CaseTable.TABLE.name()).keySet()) {
            Chunk.ofFileName(name).ifPresent(chunks::add);
        }
        return chunks;
    }

    /** Makes the rows of a chunk visible, or replaces them, and says what was written. */
    public Manifest.DataFile commit(Chunk chunk, ChunkRows rows, String study) throws IOException {
        files.publish(file(TimingTable.TABLE, chunk), encode(TimingTable.TABLE, rows.timings(), study));
        byte[] cases = encode(CaseTable.TABLE, rows.cases(), study);
        files.publish(file(CaseTable.TABLE, chunk), cases);
        files.delete(PARTIAL + "/" + chunk.fileName(CaseTable.TABLE.name()));
        files.delete(PARTIAL + "/" + chunk.fileName(TimingTable.TABLE.name()));
        return new Manifest.DataFile(
                chunk.fileName(CaseTable.TABLE.name()), rows.cases().size(), cases.length, sha256(cases));
    }

    /** Keeps the first rows of a chunk for the sweep that goes on with it; no reader of tables sees them. */
    public void keep(Chunk chunk, ChunkRows rows, String study) throws IOException {
        String timings = chunk.fileName(TimingTable.TABLE.name());
        files.publish(PARTIAL + "/" + timings, encode(TimingTable.TABLE, rows.timings(), study));
        files.publish(
                PARTIAL + "/" + chunk.fileName(CaseTable.TABLE.name()), encode(CaseTable.TABLE, rows.cases(), study));
    }

    /** The first rows of a chunk that an earlier sweep kept; none where it kept none of this study. */
    public ChunkRows kept(Chunk chunk, String study) throws IOException {
        String prefix = PARTIAL + "/";
        Optional<byte[]> cases = files.read(prefix + chunk.fileName(CaseTable.TABLE.name()));
        Optional<byte[]> timings = files.read(prefix + chunk.fileName(TimingTable.TABLE.name()));
        if (cases.isEmpty() || timings.isEmpty() || !noted(cases.get(), study)) {
            return ChunkRows.none();
        }
        try {
            List<Row> rows = RowFile.decode(CaseTable.TABLE.schema(), cases.get());
            List<Row> times = RowFile.decode(TimingTable.TABLE.schema(), timings.get());
            // Timings were kept first: those of a later stop may stand beside the cases of an earlier one.
            return times.size() < rows.size() ? ChunkRows.none() : new ChunkRows(rows, times.subList(0, rows.size()));
        } catch (RowFile.MalformedException torn) {
            return ChunkRows.none();
        }
    }

    private static boolean noted(byte[] file, String study) throws IOException {
        try {
            return study.equals(RowFile.notes(new Bytes.In(file)).get(STUDY_NOTE));
        } catch (RowFile.MalformedException torn) {
            return false;
        }
    }

    /** The rows of a committed chunk. */
    public ChunkRows rows(Chunk chunk) throws IOException {
        return new ChunkRows(rows(CaseTable.TABLE, chunk), rows(TimingTable.TABLE, chunk));
    }

    /** The rows of a committed chunk of the case table. */
    public List<Row> cases(Chunk chunk) throws IOException {
        return rows(CaseTable.TABLE, chunk);
    }

    private List<Row> rows(Table<?> table, Chunk chunk) throws IOException {
        return RowFile.decode(table.schema(), content(file(table, chunk)));
    }

    private byte[] content(String path) throws IOException {
        return files.read(path).orElseThrow(() -> new IOException(files.location(path) + " is missing"));
    }

    /**
     * How the cases of a committed chunk ended, from the notes of its file; empty where the file is torn.
     *
     * @param study hash of the study
     * @throws InvalidInputException where the chunk is one of another study
     */
    public Optional<Tally> tally(Chunk chunk, String study) throws IOException {
        String path = file(CaseTable.TABLE, chunk);
        Map<String, String> notes;
        try {
            notes = RowFile.notes(files.input(path));
        } catch (RowFile.MalformedException torn) {
            return Optional.empty();
        }
        if (!study.equals(notes.get(STUDY_NOTE))) {
            throw new InvalidInputException(
                    "output folder",
                    files.location("") + ", where " + path + " belongs to another study,",
                    "new, or the results of this study",
                    "Maybe choose another one with --out.");
        }
        return Optional.of(parse(path, notes));
    }

    /** The same of a chunk that is whole, whatever its study. */
    public Tally tally(Chunk chunk) throws IOException {
        String path = file(CaseTable.TABLE, chunk);
        try {
            return parse(path, RowFile.notes(files.input(path)));
        } catch (RowFile.MalformedException torn) {
            throw new IOException(files.location(path) + " is torn; the sweep makes it again when it goes on", torn);
        }
    }

    private Tally parse(String path, Map<String, String> notes) throws IOException {
        try {
            return Tally.parse(String.valueOf(notes.get(TALLY_NOTE)));
        } catch (IllegalArgumentException e) {
            throw new IOException(files.location(path) + " is not what a sweep writes", e);
        }
    }

    /** Time that a committed chunk took to solve [s]. */
    public double solverSeconds(Chunk chunk) throws IOException {
        return rows(TimingTable.TABLE, chunk).stream()
                .mapToDouble(row -> row.<Double>getAs("wall_seconds"))
                .sum();
    }

    /** The files of the case table in their order; those that are not known, or not of that size, are read. */
    public List<Manifest.DataFile> dataFiles(Map<String, Manifest.DataFile> known) throws IOException {
        Map<String, Manifest.DataFile> all = new TreeMap<>();
        Map<String, Long> sizes = files.list(CaseTable.TABLE.name());
        for (Chunk chunk : committed()) {
            String name = fileOfCases(chunk);
            Manifest.DataFile file = known.get(name);
            if (file == null || file.bytes() != sizes.getOrDefault(name, -1L)) {
                byte[] content = content(file(CaseTable.TABLE, chunk));
                file = new Manifest.DataFile(name, chunk.size(), content.length, sha256(content));
            }
            all.put(name, file);
        }
        return List.copyOf(all.values());
    }

    /**
     * The names of files of the case table that are not as a manifest says, one that is missing included. A sweep at work
     * may have replaced some.
     */
    public List<String> changedSince(Manifest manifest) throws IOException {
        List<String> changed = new ArrayList<>();
        for (Manifest.DataFile noted : manifest.files()) {
            Optional<byte[]> content = files.read(CaseTable.TABLE.name() + "/" + noted.name());
            if (content.isEmpty() || !sha256(content.get()).equals(noted.sha256())) {
                changed.add(noted.name());
            }
        }
        return changed;
    }

    /** The name of a chunk's file of the case table. */
    public static String fileOfCases(Chunk chunk) {
        return chunk.fileName(CaseTable.TABLE.name());
    }

    private static String file(Table<?> table, Chunk chunk) {
        return table.name() + "/" + chunk.fileName(table.name());
    }

    private static byte[] encode(Table<?> table, List<Row> rows, String study) {
        Map<String, String> notes = table == CaseTable.TABLE
                ? Map.of(STUDY_NOTE, study, TALLY_NOTE, Tally.of(rows).text())
                : Map.of(STUDY_NOTE, study);
        return RowFile.encode(table.schema(), rows, new TreeMap<>(notes));
    }

    /** SHA-256, 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
