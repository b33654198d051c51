package org.critscape.jobs.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.critscape.jobs.store.FileStore;
import org.critscape.jobs.store.RowFile;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.NodeTable;
import org.critscape.jobs.table.NodeTable.NodeRow;
import org.critscape.solver.atlas.Family;
import org.critscape.solver.atlas.FamilyBuild.Answer;
import org.critscape.solver.atlas.FamilyBuild.Request;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.LevelSolver.Meshes;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.critscape.solver.similarity.InterfacePoints;
import org.jspecify.annotations.Nullable;

/**
 * The solves of atlases: Parquet files that appear whole and are never changed, one for each batch. What is solved once is
 * found again by every study, since a solve depends on nothing but its family and groups.
 */
public final class AtlasFolder {
    private static final String NODES = NodeTable.TABLE.name();
    private static final String COARSE = "coarse";
    private static final String FINE = "fine";

    private final String name;
    private final FileStore files;
    private final Map<Key, Optional<StationFields>> known = new LinkedHashMap<>();

    /**
     * A solve.
     *
     * @param family see {@link #key}
     * @param groups values of its groups
     * @param level "coarse" or "fine"
     * @param elements of its meshes
     */
    public record Key(String family, List<Double> groups, String level, String elements) {}

    private AtlasFolder(String name, FileStore files) {
        this.name = name;
        this.files = files;
    }

    /**
     * Opens a folder, whether it exists or not, and reads what is there.
     *
     * @throws InvalidInputException where it cannot be one, or holds solves of another version of the model
     */
    public static AtlasFolder open(String name, Configuration configuration) throws IOException {
        FileStore files;
        try {
            files = StudyFolder.of(name, configuration).files();
        } catch (InvalidInputException refusal) {
            throw refusal(name, "a folder that can be read and written");
        }
        Optional<String> obstacle = files.obstacle();
        if (obstacle.isPresent()) {
            throw refusal(obstacle.get() + ", a file,", "a folder");
        }
        TreeSet<String> names = new TreeSet<>(files.list(".").keySet());
        names.removeIf(other -> other.startsWith(".") || other.startsWith("_") || other.equals(NODES));
        if (!names.isEmpty()) {
            throw refusal(name + ", which holds " + names.first() + ",", "a folder of an atlas alone");
        }
        AtlasFolder folder = new AtlasFolder(name, files);
        folder.readAll();
        return folder;
    }

    private static InvalidInputException refusal(String value, String allowed) {
        return new InvalidInputException("atlas.folder", value, allowed, "Maybe atlas.folder = out/atlas.");
    }

    /** The folder as it was named. */
    public String name() {
        return name;
    }

    /** A family's name in the table. */
    static String key(Family family) {
        return family.words() + ", " + family.currentOrder() + ", " + family.creepOrder() + ", "
                + family.regularisation() + ", " + family.newtonTolerance() + ", " + family.newtonIterations();
    }

    /** What is there of a family: coarse solves, fine ones, and what was tried in vain. */
    public record Counts(int coarse, int fine, int failed) {}

    /** Counts by family. */
    public synchronized SortedMap<String, Counts> counts() {
        SortedMap<String, Counts> counts = new TreeMap<>();
        known.forEach((key, fields) -> {
            boolean isFine = key.level().equals(FINE);
            counts.merge(
                    key.family(),
                    new Counts(
                            fields.isPresent() && !isFine ? 1 : 0,
                            fields.isPresent() && isFine ? 1 : 0,
                            fields.isEmpty() ? 1 : 0),
                    (a, b) -> new Counts(a.coarse + b.coarse, a.fine + b.fine, a.failed + b.failed));
        });
        return counts;
    }

    /** All solves. */
    public synchronized List<Key> keys() {
        return List.copyOf(known.keySet());
    }

    private static Key coarse(Family family, Request request) {
        return new Key(key(family), request.groups(), COARSE, NodeTable.elements(request.coarse()));
    }

    private static Key fine(Family family, Request request, Meshes meshes) {
        return new Key(key(family), request.groups(), FINE, NodeTable.elements(meshes));
    }

    /** The answer to a request; empty where it was never tried. */
    synchronized Optional<Answer> find(Family family, Request request) {
        Optional<StationFields> coarse = known.get(coarse(family, request));
        Meshes meshes = request.fine();
        Optional<StationFields> fine =
                meshes == null ? Optional.<StationFields>empty() : known.get(fine(family, request, meshes));
        return coarse == null || fine == null
                ? Optional.empty()
                : Optional.of(new Answer(coarse.orElse(null), fine.orElse(null)));
    }

    /** Keeps answers, in one file. */
    synchronized void add(Family family, List<Request> requests, List<Answer> answers) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            Key coarse = coarse(family, requests.get(i));
            Meshes meshes = requests.get(i).fine();
            // Coarse solves of a request for both are those of one for the coarse alone.
            if (!known.containsKey(coarse)) {
                keep(rows, coarse, answers.get(i).coarse());
            }
            if (meshes != null) {
                keep(rows, fine(family, requests.get(i), meshes), answers.get(i).fine());
            }
        }
        byte[] content = RowFile.encode(NodeTable.TABLE.schema(), rows, Map.of());
        files.publish(NODES + "/" + StudyFolder.sha256(content) + ".parquet", content);
    }

    private void keep(List<Row> rows, Key key, @Nullable StationFields fields) {
        known.put(key, Optional.ofNullable(fields));
        int stations = fields == null ? 1 : fields.stations().x().length;
        for (int station = 0; station < stations; station++) {
            rows.add(NodeTable.TABLE.row(
                    new NodeRow(key.family(), key.groups(), key.level(), key.elements(), station, fields)));
        }
    }

    private void readAll() throws IOException {
        for (String file : new TreeSet<>(files.list(NODES).keySet())) {
            if (file.endsWith(".parquet")) {
                byte[] content = files.read(NODES + "/" + file).orElseThrow(() -> new IOException(file + " vanished"));
                read(RowFile.decode(NodeTable.TABLE.schema(), content));
            }
        }
    }

    private void read(List<Row> rows) {
        int start = 0;
        for (int i = 1; i <= rows.size(); i++) {
            if (i == rows.size() || rows.get(i).<Integer>getAs("station") == 0) {
                readSolve(rows.subList(start, i));
                start = i;
            }
        }
    }

    private void readSolve(List<Row> stations) {
        Row first = stations.get(0);
        String version = first.getAs("model_version");
        if (!version.equals(CellSolver.MODEL_VERSION)) {
            throw new InvalidInputException(
                    "atlas.folder",
                    name + ", which holds solves of model version " + version + ",",
                    "solves of model version " + CellSolver.MODEL_VERSION,
                    "Maybe set another folder; this one may be removed.");
        }
        List<Double> groups = new ArrayList<>();
        for (String column : List.of(
                "height_to_separation",
                "wagner_number",
                "creep_exponent",
                "edge_resolution_to_separation",
                "top_fraction")) {
            Double value = first.getAs(column);
            if (value != null) {
                groups.add(value);
            }
        }
        Key key = new Key(first.getAs("family"), groups, first.getAs("level"), first.getAs("elements"));
        known.putIfAbsent(key, Optional.ofNullable(fields(stations)));
    }

    private static @Nullable StationFields fields(List<Row> stations) {
        Row first = stations.get(0);
        if (first.<String>getAs("status").equals("failed")) {
            return null;
        }
        InterfacePoints points = new InterfacePoints(
                column(stations, "x"),
                column(stations, "y"),
                column(stations, "current_ratio"),
                column(stations, "pressure_function"),
                column(stations, "normal_traction"),
                column(stations, "curvature"),
                0);
        InterfaceNumbers whole = new InterfaceNumbers(
                first.getAs("area_ratio"),
                first.getAs("filtered_height"),
                first.getAs("current_ratio_max"),
                first.getAs("current_ratio_min"),
                first.getAs("pressure_function_max"),
                first.getAs("normal_traction_max"));
        return new StationFields(points, whole);
    }

    private static double[] column(List<Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.<Double>getAs(name)).toArray();
    }
}
