package org.critscape.jobs.atlas;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.store.FileStore;
import org.critscape.jobs.store.RowFile;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.sweep.NumberTasks;
import org.critscape.jobs.table.AuditTable;
import org.critscape.jobs.table.AuditTable.Audited;
import org.critscape.jobs.table.AuditTable.Numbers;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.CellSolution;

/** Solves rows of a study, drawn at random among those by its atlas, directly, and keeps both. */
public final class Audit {
    private static final long SEED = 20240229;
    private static final int SLICE = 16;

    /** Draws by rows wanted, where most rows are not by the atlas. */
    private static final int MOST_DRAWS = 50;

    private final DesignSpace space;
    private final AtlasSolver solver;
    private final FileStore files;

    /** Of the rows in a folder. */
    public Audit(DesignSpace space, AtlasSolver solver, StudyFolder folder) {
        this.space = space;
        this.solver = solver;
        this.files = folder.files();
    }

    /** Rows by the atlas, always the same ones of a study; a larger number keeps the smaller one's. */
    private Map<Long, Audited> drawn(int wanted) {
        CaseRunner runner = new CaseRunner(space, withoutDirect());
        SplittableRandom random = new SplittableRandom(SEED);
        Set<Long> tried = new LinkedHashSet<>();
        Map<Long, Audited> drawn = new java.util.LinkedHashMap<>();
        for (long draw = 0; draw < (long) MOST_DRAWS * wanted && drawn.size() < wanted; draw++) {
            long index = random.nextLong(space.size());
            if (tried.add(index)) {
                CaseRecord record = runner.run(index);
                if (record.method().isAtlas() && record.outcome() instanceof CaseOutcome.Numbered numbered) {
                    Numbers numbers = numbers(numbered.solution());
                    drawn.put(index, new Audited(record.point().caseId(), index, numbers, numbers));
                }
            }
        }
        return drawn;
    }

    /** What is not by the atlas need not be solved to be left out. */
    private AtlasSolver withoutDirect() {
        CaseSolver none = designCase ->
                new CaseOutcome.Rejected(org.critscape.solver.cell.FailureCode.EXCLUDED, "not by the atlas");
        return new AtlasSolver(solver.atlases(), solver.tolerance(), solver.flagsBeyond(), none);
    }

    private static Numbers numbers(CellSolution solution) {
        return new Numbers(
                solution.currentRatioMax(),
                solution.currentRatioError(),
                solution.criticalCurrent(),
                solution.criticalCurrentError());
    }

    /**
     * Solves what is missing and gives all audited rows by index; those that cannot be solved directly are left out.
     *
     * @param wanted how many rows
     * @param news takes a sentence after each slice
     * @param isStopped whether to end, asked between slices
     */
    public List<Audited> run(JavaSparkContext spark, int wanted, Consumer<String> news, BooleanSupplier isStopped)
            throws IOException {
        Map<Long, Audited> there = read();
        List<Audited> missing = new ArrayList<>();
        Map<Long, Audited> drawn = drawn(wanted);
        drawn.forEach((index, atlas) -> {
            if (!there.containsKey(index)) {
                missing.add(atlas);
            }
        });
        Broadcast<DesignSpace> broadcast = spark.broadcast(space);
        for (int from = 0; from < missing.size() && !isStopped.getAsBoolean(); from += SLICE) {
            List<Audited> slice = missing.subList(from, Math.min(missing.size(), from + SLICE));
            List<double[]> indices =
                    slice.stream().map(one -> new double[] {one.index()}).toList();
            List<double[]> solved = NumberTasks.run(spark, indices, new Task(broadcast, solver.direct()));
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < slice.size(); i++) {
                double[] numbers = solved.get(i);
                if (numbers.length > 0) {
                    Audited one = new Audited(
                            slice.get(i).caseId(),
                            slice.get(i).index(),
                            slice.get(i).atlas(),
                            new Numbers(numbers[0], numbers[1], numbers[2], numbers[3]));
                    there.put(one.index(), one);
                    rows.add(AuditTable.TABLE.row(one));
                }
            }
            byte[] content = RowFile.encode(AuditTable.TABLE.schema(), rows, Map.of());
            files.publish(StudyFolder.AUDIT + "/" + StudyFolder.sha256(content) + ".parquet", content);
            news.accept("audit: " + Math.min(missing.size(), from + SLICE) + " of " + missing.size()
                    + " rows solved directly");
        }
        return drawn.keySet().stream()
                .sorted()
                .filter(there::containsKey)
                .map(there::get)
                .toList();
    }

    private Map<Long, Audited> read() throws IOException {
        Map<Long, Audited> there = new TreeMap<>();
        for (String name : new TreeSet<>(files.list(StudyFolder.AUDIT).keySet())) {
            byte[] content =
                    files.read(StudyFolder.AUDIT + "/" + name).orElseThrow(() -> new IOException(name + " vanished"));
            for (Row row : RowFile.decode(AuditTable.TABLE.schema(), content)) {
                Audited one = new Audited(
                        row.getAs("case_id"),
                        row.<Long>getAs("case_index"),
                        new Numbers(
                                row.getAs("current_ratio_max"),
                                row.getAs("current_ratio_error"),
                                row.getAs("critical_current_a_per_m2"),
                                row.getAs("critical_current_error")),
                        new Numbers(
                                row.getAs("current_ratio_max_direct"),
                                row.getAs("current_ratio_error_direct"),
                                row.getAs("critical_current_direct_a_per_m2"),
                                row.getAs("critical_current_error_direct")));
                there.put(one.index(), one);
            }
        }
        return there;
    }

    /** Solves one row. */
    private static final class Task implements Function<double[], double[]> {
        private static final long serialVersionUID = 1L;
        private final Broadcast<DesignSpace> space;
        private final CaseSolver direct;

        Task(Broadcast<DesignSpace> space, CaseSolver direct) {
            this.space = space;
            this.direct = direct;
        }

        @Override
        public double[] call(double[] index) {
            CaseRecord record = new CaseRunner(space.value(), direct).run((long) index[0]);
            if (!(record.outcome() instanceof CaseOutcome.Numbered numbered)) {
                return new double[0];
            }
            Numbers numbers = numbers(numbered.solution());
            return new double[] {
                numbers.currentRatio(),
                numbers.currentRatioError(),
                numbers.criticalCurrent(),
                numbers.criticalCurrentError()
            };
        }
    }
}
