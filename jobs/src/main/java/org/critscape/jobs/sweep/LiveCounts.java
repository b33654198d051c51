package org.critscape.jobs.sweep;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.critscape.jobs.store.Tally;
import org.critscape.jobs.table.CaseStatus;
import scala.jdk.javaapi.CollectionConverters;

/** Counts the cases of chunks that are still being solved, from what executors tell with their signs of life. */
final class LiveCounts extends SparkListener {
    private static final Counts NONE = new Counts(0, 0, 0);

    private final Sums sums;
    private final Runnable news;
    private final Map<Long, Counts> inFlight = new ConcurrentHashMap<>();
    private final AtomicInteger tasks = new AtomicInteger();

    LiveCounts(Sums sums, Runnable news) {
        this.sums = sums;
        this.news = news;
    }

    /**
     * Cases by their ends.
     *
     * @param done all of them
     * @param rejected by the model
     * @param failed not solved although the model covers them
     */
    record Counts(long done, long rejected, long failed) {
        static Counts of(Tally tally) {
            return new Counts(
                    tally.cases(),
                    tally.of(CaseStatus.REJECTED),
                    Arrays.stream(CaseStatus.values())
                            .filter(CaseStatus::isFailure)
                            .mapToLong(tally::of)
                            .sum());
        }

        Counts plus(Counts other) {
            return new Counts(done + other.done, rejected + other.rejected, failed + other.failed);
        }
    }

    /** What tasks add to as they go. */
    static final class Sums implements Serializable {
        private static final long serialVersionUID = 1L;

        private final LongAccumulator done;
        private final LongAccumulator rejected;
        private final LongAccumulator failed;

        Sums(SparkContext spark) {
            done = spark.longAccumulator("cases done");
            rejected = spark.longAccumulator("cases rejected");
            failed = spark.longAccumulator("cases failed");
        }

        void count(CaseStatus status) {
            done.add(1);
            rejected.add(status == CaseStatus.REJECTED ? 1 : 0);
            failed.add(status.isFailure() ? 1 : 0);
        }

        void count(Row row) {
            count(CaseStatus.ofWord(row.getAs("status")));
        }
    }

    /** Cases of tasks that have ended, those that were stopped included. */
    Counts ended() {
        return new Counts(sums.done.value(), sums.rejected.value(), sums.failed.value());
    }

    /** Cases of chunks that are not committed yet. */
    Counts inFlight() {
        return inFlight.values().stream().reduce(NONE, Counts::plus);
    }

    /** Number of tasks at work. */
    int tasks() {
        return tasks.get();
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart start) {
        tasks.incrementAndGet();
        inFlight.put(start.taskInfo().taskId(), NONE);
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        inFlight.remove(end.taskInfo().taskId());
        tasks.decrementAndGet();
        news.run();
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
        CollectionConverters.asJava(update.accumUpdates()).forEach(task -> {
            Map<Long, Long> values = new ConcurrentHashMap<>();
            for (AccumulableInfo sum : CollectionConverters.asJava(task._4())) {
                if (sum.update().isDefined() && sum.update().get() instanceof Long value) {
                    values.put(sum.id(), value);
                }
            }
            // A task that has ended since is not counted again.
            inFlight.replace(
                    (Long) task._1(),
                    new Counts(value(values, sums.done), value(values, sums.rejected), value(values, sums.failed)));
        });
        news.run();
    }

    private static long value(Map<Long, Long> values, LongAccumulator sum) {
        return values.getOrDefault(sum.id(), 0L);
    }
}
