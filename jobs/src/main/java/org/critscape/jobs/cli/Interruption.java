package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/**
 * Says on Ctrl-C or a kill that the sweep wrote nothing. The Java machine then ends with 130 or 143, without coming
 * back to the sweep; hence a shutdown hook.
 */
final class Interruption implements AutoCloseable {
    private final Thread hook;

    private Interruption(PrintWriter err) {
        this.hook = new Thread(() -> say(err), "say that the sweep was interrupted");
    }

    /** Watches from now on until {@link #end}. */
    static Interruption watch(PrintWriter err) {
        Interruption interruption = new Interruption(err);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private static void say(PrintWriter err) {
        if (Boolean.getBoolean("critscape.terminal")) {
            err.println(); // The progress bar's line is open.
        }
        err.println("critscape: interrupted, nothing was written");
        err.flush();
    }

    /**
     * Ends the watch. Once the process is being ended this never returns: what the engine throws while it is torn down
     * is no news, and would be a second message.
     */
    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endOfProcess) {
            waitForTheEnd();
        }
    }

    @Override
    public void close() {
        end();
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
