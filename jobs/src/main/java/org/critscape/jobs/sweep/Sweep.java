package org.critscape.jobs.sweep;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.store.Chunk;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Tally;
import org.jspecify.annotations.Nullable;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Solves the missing chunks of a study on Spark, one task each. Tasks commit their chunks themselves; the driver orders
 * them, counts, gives signs of life, and ends the sweep when all is done, its time is up, it is told to, too many cases
 * fail, or one meets a bug. What is committed by then stays.
 */
public final class Sweep {
    private static final String GROUP = "critscape";

    private final OpenStudy open;
    private final CaseRunner runner;
    private final SweepOptions options;
    private final Progress progress;
    private final AtomicReference<@Nullable SweepEnd> stopped = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<String, Manifest.DataFile> files = new HashMap<>();
    /** What chunks that are solved again held before, by their first case. */
    private final Map<Long, Tally> replaced = new HashMap<>();
    /** What this sweep has to do, by the first case. */
    private final Map<Long, Chunk> works = new HashMap<>();

    private final Set<Long> reported = new HashSet<>();
    private volatile @Nullable SparkContext spark;
    private volatile @Nullable Exception fault;
    private volatile long start;
    private Tally tally;
    private long computed;
    private double solverSeconds;

    /**
     * A sweep that is ready to run.
     *
     * @param open the folder of the study
     * @param runner solves its cases
     */
    public Sweep(OpenStudy open, CaseRunner runner, SweepOptions options, Progress progress) {
        this.open = open;
        this.runner = runner;
        this.options = options;
        this.progress = progress;
        this.tally = open.tally();
    }

    /**
     * Solves what is missing and writes the manifest; returns however it ends.
     *
     * @throws IOException where the folder cannot be written
     */
    public SweepResult run(SparkSession session) throws IOException {
        return solve(session, inOrder());
    }

    /**
     * Solves cases again that are there, and nothing else.
     *
     * @param indices of committed cases, in any order
     */
    public SweepResult rerun(SparkSession session, long[] indices) throws IOException {
        List<long[]> again = Rerun.works(open.committed(), indices);
        for (long[] work : again) {
            Chunk chunk = new Chunk(work[0], work[1]);
            replaced.put(chunk.first(), open.folder().tally(chunk));
            open.touch(chunk);
        }
        return solve(session, again);
    }

    private List<long[]> inOrder() {
        return CostModel.expensiveFirst(open.missing(), runner.space()).stream()
                .map(ChunkTask::solveAll)
                .toList();
    }

    /** Ends the sweep soon, from any thread; the first reason counts. */
    public void stop(SweepEnd reason) {
        stopped.compareAndSet(null, reason);
        cancelIfStopped();
    }

    /** Again and again: a job that is only about to start does not hear it. */
    private void cancelIfStopped() {
        SparkContext running = spark;
        if (running != null && stopped.get() != null) {
            running.cancelJobGroup(GROUP);
        }
    }

    /** Waits until the folder is left as it stays; whether it was before the time ran out. */
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private SweepResult solve(SparkSession session, List<long[]> tasks) throws IOException {
        tasks.forEach(work -> works.put(work[0], new Chunk(work[0], work[1])));
        SparkContext context = session.sparkContext();
        Manifest.Versions versions = SparkEngine.versions();
        Manifest.Engine engine = SparkEngine.describe(session);
        String started = OpenStudy.now();
        open.begin(versions, engine);
        start = System.nanoTime();
        try {
            if (!tasks.isEmpty()) {
                spark = context;
                runJob(context, tasks);
            }
            if (stopped.get() != null) {
                addUnreported();
            }
            if (replaced.isEmpty()) {
                LiveCounts.Counts counts = LiveCounts.Counts.of(tally);
                progress.advance(counts.done(), counts.rejected() + counts.failed());
            }
            // Told to stop when the last chunk was just done: then it is complete.
            SweepEnd reason = stopped.get();
            boolean complete = reported.size() == works.size() && fault == null;
            SweepEnd end = reason == null || complete ? SweepEnd.COMPLETE : reason;
            SweepResult result = new SweepResult(
                    end, fault, started, tally, computed, (System.nanoTime() - start) / 1e9, solverSeconds, files);
            // Where another sweep has taken the folder over, what it is is for that one to say.
            if (open.signs().isUndisputed()) {
                open.end(versions, engine, result);
            }
            open.close();
            return result;
        } finally {
            over.countDown();
        }
    }

    private void runJob(SparkContext context, List<long[]> tasks) {
        JavaSparkContext java = JavaSparkContext.fromSparkContext(context);
        LiveCounts.Sums sums = new LiveCounts.Sums(context);
        LiveCounts[] counts = new LiveCounts[1];
        LiveCounts live = new LiveCounts(sums, () -> advance(counts[0]));
        counts[0] = live;
        context.addSparkListener(live);
        open.signs().hear(() -> beat(live), this::lose);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sweep clock");
            thread.setDaemon(true);
            return thread;
        });
        if (options.time().isPresent()) {
            long time = options.time().get().toMillis();
            ScheduledFuture<?> unused = clock.schedule(() -> stop(SweepEnd.TIME), time, TimeUnit.MILLISECONDS);
        }
        context.setJobGroup(GROUP, options.description(), false);
        ChunkTask chunkTask = new ChunkTask(
                java.broadcast(runner.space()),
                runner.solver(),
                open.folder().uri(),
                open.study().hash(),
                sums);
        try {
            if (stopped.get() == null) {
                context.runJob(
                        java.parallelize(tasks, tasks.size()).rdd(),
                        chunkTask,
                        new Reports(),
                        ClassTag$.MODULE$.apply(ChunkReport.class));
            }
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            if (stopped.compareAndSet(null, SweepEnd.LOST)) {
                fault = failure;
            }
        } finally {
            settle(live);
            clock.shutdownNow();
            open.signs().hear(() -> {}, () -> {});
            context.removeSparkListener(live);
            context.clearJobGroup();
        }
    }

    /** Lets tasks that were told to stop finish their case and keep their rows, for a while. */
    private void settle(LiveCounts live) {
        long patience = (stopped.get() == SweepEnd.TIME ? options.grace() : options.haste()).toNanos();
        long told = System.nanoTime();
        try {
            while (live.tasks() > 0 && System.nanoTime() - told < patience) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat(LiveCounts live) {
        cancelIfStopped();
        LiveCounts.Counts counts = counts(live);
        long before = replaced.isEmpty() ? open.done() : 0;
        double perSecond = (counts.done() - before) / Math.max(1e-9, (System.nanoTime() - start) / 1e9);
        open.signs().tell(counts.done(), counts.rejected() + counts.failed(), perSecond);
    }

    private void lose() {
        fault = new IOException("another sweep has taken the folder over");
        stop(SweepEnd.LOST);
    }

    private void advance(LiveCounts live) {
        LiveCounts.Counts counts = counts(live);
        progress.advance(counts.done(), counts.rejected() + counts.failed());
        if (options.failureLimit().isExceededBy(counts)) {
            stop(SweepEnd.FAILURE_LIMIT);
        }
    }

    /** Of all cases; where some are solved again, of those: what they were before is no reason to stop. */
    private synchronized LiveCounts.Counts counts(LiveCounts live) {
        return (replaced.isEmpty() ? LiveCounts.Counts.of(tally) : live.ended()).plus(live.inFlight());
    }

    /** Hears of each chunk once, whatever Spark repeats. */
    private final class Reports extends AbstractFunction2<Object, ChunkReport, BoxedUnit> {
        @Override
        public BoxedUnit apply(Object task, ChunkReport report) {
            synchronized (Sweep.this) {
                RuntimeException reported = report.fault();
                if (reported != null) {
                    if (fault == null) {
                        fault = reported;
                    }
                    stop(SweepEnd.BUG);
                } else {
                    add(report);
                }
            }
            return BoxedUnit.UNIT;
        }
    }

    /** What tasks committed between the word to stop and their end, when nobody heard their reports any more. */
    private synchronized void addUnreported() throws IOException {
        for (Chunk chunk : open.folder().committed()) {
            if (!chunk.equals(works.get(chunk.first())) || reported.contains(chunk.first())) {
                continue;
            }
            Tally now = open.folder().tally(chunk);
            Tally before = replaced.get(chunk.first());
            if (before == null) {
                reported.add(chunk.first());
                computed += chunk.size();
                solverSeconds += open.folder().solverSeconds(chunk);
            }
            tally = tally.minus(before == null ? Tally.NONE : before).plus(now);
        }
    }

    private void add(ChunkReport report) {
        reported.add(report.firstCase());
        Manifest.DataFile written = report.written();
        Tally before = replaced.getOrDefault(report.firstCase(), Tally.NONE);
        tally = tally.minus(before).plus(report.tally());
        computed += report.computed();
        solverSeconds += report.solverSeconds();
        files.put(written.name(), written);
    }
}
