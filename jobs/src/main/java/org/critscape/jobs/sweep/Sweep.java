package org.critscape.jobs.sweep;

import static org.apache.spark.sql.functions.expr;

import java.io.IOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.LongAccumulator;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.table.CaseStatus;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.Table;
import org.critscape.jobs.table.Timing;
import org.critscape.jobs.table.TimingTable;

/**
 * Solves a design space on Spark and writes its tables.
 *
 * <p>Two steps, so that every case is solved once: the tasks write each case's row and timing as one staged record;
 * then both tables are made from the staged records, ordered and cut into files by case index alone. Thus the case
 * table does not depend on the number of tasks or machines.
 */
public final class Sweep {
    private static final String STAGED = "staged";
    private static final StructType STAGED_SCHEMA = new StructType()
            .add(CaseTable.TABLE.name(), CaseTable.TABLE.schema(), false)
            .add(TimingTable.TABLE.name(), TimingTable.TABLE.schema(), false);

    private final SparkSession spark;
    private final SweepPlan plan;
    private final OutputFolder output;

    private Sweep(SparkSession spark, SweepPlan plan, OutputFolder output) {
        this.spark = spark;
        this.plan = plan;
        this.output = output;
    }

    /**
     * Solves all cases and commits the tables {@code cases} and {@code timings}.
     *
     * @throws IOException where the results cannot be written
     */
    public static void run(
            SparkSession spark, CaseRunner runner, SweepPlan plan, OutputFolder output, Progress progress)
            throws IOException {
        Sweep sweep = new Sweep(spark, plan, output);
        sweep.solve(runner, progress);
        progress.finishing();
        sweep.write(CaseTable.TABLE);
        sweep.write(TimingTable.TABLE);
        output.drop(STAGED);
        output.commit();
    }

    private void solve(CaseRunner runner, Progress progress) {
        LongAccumulator done = spark.sparkContext().longAccumulator("cases done");
        LongAccumulator failed = spark.sparkContext().longAccumulator("cases without a result");
        TaskEndListener listener = new TaskEndListener(() -> progress.advance(done.value(), failed.value()));
        spark.sparkContext().addSparkListener(listener);
        Broadcast<DesignSpace> space =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(runner.space());
        CaseSolver solver = runner.solver();
        MapPartitionsFunction<Long, Row> task =
                indices -> solveAll(indices, new CaseRunner(space.value(), solver), done, failed);
        try {
            spark.range(0, plan.cases(), 1, plan.tasks())
                    .mapPartitions(task, Encoders.row(STAGED_SCHEMA))
                    .write()
                    .parquet(output.work(STAGED));
        } finally {
            spark.sparkContext().removeSparkListener(listener);
        }
    }

    private static Iterator<Row> solveAll(
            Iterator<Long> indices, CaseRunner runner, LongAccumulator done, LongAccumulator failed) {
        SparkEnv here = SparkEnv.get();
        String host = here.blockManager().blockManagerId().host();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(indices, Spliterator.ORDERED), false)
                .map(index -> {
                    long start = System.nanoTime();
                    return runner.run(index, record -> {
                        double seconds = (System.nanoTime() - start) / 1e9;
                        Timing timing = new Timing(record.point().caseId(), index, seconds, host, here.executorId());
                        Row staged = RowFactory.create(CaseTable.TABLE.row(record), TimingTable.TABLE.row(timing));
                        done.add(1);
                        failed.add(CaseStatus.of(record.outcome()) == CaseStatus.SOLVED ? 0 : 1);
                        return staged;
                    });
                })
                .iterator();
    }

    /** Writes one table from the staged records. Its schema is set anew since what Spark reads is nullable throughout. */
    private void write(Table<?> table) {
        Dataset<Row> ordered = spark.read()
                .schema(STAGED_SCHEMA)
                .parquet(output.work(STAGED))
                .select(table.name() + ".*")
                .repartitionById(plan.files(), expr("CAST(case_index DIV " + plan.casesPerFile() + " AS INT)"))
                .sortWithinPartitions("case_index");
        spark.createDataFrame(ordered.javaRDD(), table.schema()).write().parquet(output.work(table.name()));
    }
}
