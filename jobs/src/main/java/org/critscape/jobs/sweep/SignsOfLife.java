package org.critscape.jobs.sweep;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Worker;

/** Tells every few seconds in a folder that a sweep works on it, from when it takes the folder until it leaves it. */
final class SignsOfLife implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration LAST_BEAT = Duration.ofSeconds(10);

    private final StudyFolder folder;
    private final Worker worker;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "signs of life");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Worker latest;
    private volatile Runnable onBeat = () -> {};
    private volatile Runnable onLoss = () -> {};
    private volatile boolean lost;

    SignsOfLife(StudyFolder folder, Worker worker) {
        this.folder = folder;
        this.worker = worker;
        this.latest = worker.at(0, 0, 0);
        ScheduledFuture<?> unused =
                heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What else is done at each sign, and what where another sweep has taken the folder. */
    void hear(Runnable beats, Runnable loss) {
        onBeat = beats;
        onLoss = loss;
        if (lost) {
            loss.run();
        }
    }

    /** How far the sweep has come, for the next sign. */
    void tell(long done, long failed, double perSecond) {
        latest = worker.at(done, failed, perSecond);
    }

    private void beat() {
        try {
            onBeat.run();
            Worker now = latest;
            if (!lost && !folder.beat(worker.at(now.done(), now.failed(), now.perSecond()))) {
                lost = true;
                onLoss.run();
            }
        } catch (IOException | RuntimeException passing) {
            // The next sign of life may get through; results have their own way and their own errors.
        }
    }

    /** Whether no other sweep has taken the folder. */
    boolean isUndisputed() throws IOException {
        return !lost && folder.isOf(worker);
    }

    /** Ends the signs, and leaves the folder. */
    @Override
    public void close() throws IOException {
        heart.shutdown();
        try {
            // A sign that is on its way would come after the farewell.
            heart.awaitTermination(LAST_BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.leave(worker);
    }
}
