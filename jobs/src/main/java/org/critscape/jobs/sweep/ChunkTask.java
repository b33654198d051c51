package org.critscape.jobs.sweep;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.ChunkRows;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Tally;
import org.critscape.jobs.table.CaseStatus;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.SolveMethod;
import org.critscape.jobs.table.Timing;
import org.critscape.jobs.table.TimingTable;
import org.critscape.solver.cell.CaseOutcome;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/**
 * Solves one chunk on an executor and commits it. Between two cases it looks whether the sweep was told to stop; it then
 * keeps the rows it has for the next sweep, so that a slice of time shorter than a chunk still gets on.
 */
final class ChunkTask extends AbstractFunction2<TaskContext, Iterator<long[]>, ChunkReport> implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What a kill costs at most of a chunk whose cases take long. */
    private static final Duration KEEP_EVERY = Duration.ofMinutes(1);

    private final Broadcast<DesignSpace> space;
    private final CaseSolver solver;
    private final URI folder;
    private final String study;
    private final LiveCounts.Sums sums;

    ChunkTask(Broadcast<DesignSpace> space, CaseSolver solver, URI folder, String study, LiveCounts.Sums sums) {
        this.space = space;
        this.solver = solver;
        this.folder = folder;
        this.study = study;
        this.sums = sums;
    }

    /** The work of a task in a form that any serializer carries. */
    static long[] solveAll(Chunk chunk) {
        return new long[] {chunk.first(), chunk.end()};
    }

    /** The same where only some cases of a committed chunk are solved again. */
    static long[] solveAgain(Chunk chunk, long[] indices) {
        long[] work = Arrays.copyOf(solveAll(chunk), 2 + indices.length);
        System.arraycopy(indices, 0, work, 2, indices.length);
        return work;
    }

    @Override
    public ChunkReport apply(TaskContext context, Iterator<long[]> works) {
        long[] work = works.next();
        Chunk chunk = new Chunk(work[0], work[1]);
        try {
            StudyFolder files = StudyFolder.on(folder, FileSystems.OF_EXECUTOR);
            Run run = new Run(context, files, chunk);
            return work.length == 2 ? run.all() : run.again(Arrays.copyOfRange(work, 2, work.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CaseBugException bug) {
            return ChunkReport.stoppedBy(bug);
        } catch (CaseMemoryException memory) {
            return ChunkReport.stoppedBy(memory);
        }
    }

    /** Read once per process: it takes longer than writing a chunk. */
    private static final class FileSystems {
        private static final Configuration OF_EXECUTOR = SparkEngine.fileSystems();
    }

    /** One chunk at work. */
    private final class Run {
        private final TaskContext context;
        private final StudyFolder files;
        private final Chunk chunk;
        private final CaseRunner runner = new CaseRunner(space.value(), solver);
        private final String host =
                SparkEnv.get().blockManager().blockManagerId().host();
        private final String executor = SparkEnv.get().executorId();
        private final List<Row> cases;
        private final List<Row> timings;
        private long computed;
        private double solverSeconds;
        private int keptRows;
        private long lastKept = System.nanoTime();

        Run(TaskContext context, StudyFolder files, Chunk chunk) {
            this.context = context;
            this.files = files;
            this.chunk = chunk;
            this.cases = new ArrayList<>((int) chunk.size());
            this.timings = new ArrayList<>((int) chunk.size());
        }

        ChunkReport all() throws IOException {
            ChunkRows kept = files.kept(chunk, study);
            cases.addAll(kept.cases());
            timings.addAll(kept.timings());
            cases.forEach(sums::count);
            keptRows = cases.size();
            // Whoever commits them counts them: the sweep that kept them did not.
            computed = cases.size();
            solverSeconds = timings.stream()
                    .mapToDouble(row -> row.<Double>getAs("wall_seconds"))
                    .sum();
            try {
                for (long index = chunk.first() + cases.size(); index < chunk.end(); index++) {
                    if (context.isInterrupted()) {
                        keep();
                        context.killTaskIfInterrupted();
                    } else if (System.nanoTime() - lastKept > KEEP_EVERY.toNanos()) {
                        keep();
                    }
                    solve(index, cases.size());
                }
            } catch (CaseBugException | CaseMemoryException fault) {
                keep();
                throw fault;
            }
            return commit();
        }

        /** What is kept already is not written once more. */
        private void keep() throws IOException {
            if (cases.size() > keptRows) {
                files.keep(chunk, new ChunkRows(cases, timings), study);
                keptRows = cases.size();
            }
            lastKept = System.nanoTime();
        }

        ChunkReport again(long[] indices) throws IOException {
            ChunkRows there = files.rows(chunk);
            cases.addAll(there.cases());
            timings.addAll(there.timings());
            for (long index : indices) {
                if (context.isInterrupted()) {
                    if (computed > 0) {
                        // Rows of either kind are those of their cases: what is done needs no second try.
                        commit();
                    }
                    context.killTaskIfInterrupted();
                }
                solve(index, (int) (index - chunk.first()));
            }
            return commit();
        }

        /** Solves a case into a position of the rows, behind them or in place of one. */
        private void solve(long index, int position) {
            long start = System.nanoTime();
            runner.run(index, record -> {
                double seconds = (System.nanoTime() - start) / 1e9;
                Row row = CaseTable.TABLE.row(record);
                SolveMethod method = record.outcome() instanceof CaseOutcome.Rejected ? null : record.method();
                // The identity is a digest: it is made once.
                Timing timing = new Timing(row.getAs("case_id"), index, method, seconds, host, executor);
                put(cases, position, row);
                put(timings, position, TimingTable.TABLE.row(timing));
                sums.count(CaseStatus.of(record.outcome()));
                computed++;
                solverSeconds += seconds;
                return row;
            });
        }

        private ChunkReport commit() throws IOException {
            Manifest.DataFile written = files.commit(chunk, new ChunkRows(cases, timings), study);
            return ChunkReport.committed(chunk, written, Tally.of(cases), computed, solverSeconds);
        }
    }

    private static void put(List<Row> rows, int position, Row row) {
        if (position == rows.size()) {
            rows.add(row);
        } else {
            rows.set(position, row);
        }
    }
}
