package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.critscape.jobs.sweep.Sweep;
import org.critscape.jobs.sweep.SweepEnd;

/**
 * Ends a sweep on Ctrl-C or a kill: the cases at hand are kept where they end at once, the manifest says how far it came,
 * and one line says so. The Java machine then ends with 130 or 143, without coming back to the sweep; hence a shutdown
 * hook, one that runs before the engine's own.
 */
final class Interruption {
    private static final int BEFORE_SPARK = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Runnable hook;

    private Interruption(Sweep sweep, PrintWriter err) {
        this.hook = () -> end(sweep, err);
    }

    /** Watches a sweep from now on. */
    static Interruption watch(Sweep sweep, PrintWriter err) {
        Interruption interruption = new Interruption(sweep, err);
        ShutdownHookManager.get()
                .addShutdownHook(
                        interruption.hook, BEFORE_SPARK, PATIENCE.plusSeconds(1).toSeconds(), TimeUnit.SECONDS);
        return interruption;
    }

    private static void end(Sweep sweep, PrintWriter err) {
        if (Boolean.getBoolean("critscape.terminal")) {
            err.println(); // The progress bar's line is open.
        }
        sweep.stop(SweepEnd.INTERRUPTED);
        boolean settled;
        try {
            settled = sweep.awaitEnd(PATIENCE);
        } catch (InterruptedException e) {
            settled = false;
        }
        err.println("critscape: interrupted; what was done is kept"
                + (settled ? "" : ", but for the chunks at hand")
                + ". The same command goes on from there.");
        err.flush();
    }

    /**
     * Ends the watch. Once the process is being ended this never returns: what the engine throws while it is torn down
     * is no news, and would be a second message.
     */
    void end() {
        try {
            ShutdownHookManager.get().removeShutdownHook(hook);
        } catch (IllegalStateException endOfProcess) {
            waitForTheEnd();
        }
    }

    /** Never returns once the process is being ended, by Ctrl-C or a kill: failures of then are its consequences. */
    static void standAsideAtTheEnd() {
        if (ShutdownHookManager.get().isShutdownInProgress()) {
            waitForTheEnd();
        }
    }

    private static void waitForTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                // The engine interrupts its threads while it stops; the process ends all the same.
            }
        }
    }
}
