package org.critscape.jobs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalDouble;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.critscape.jobs.sweep.Progress;

/** Shows the progress of a sweep: a bar on a terminal, a line now and then elsewhere. */
final class ProgressDisplay {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    /** Columns of the bar; any terminal has as many. */
    private static final int WIDTH = 79;

    private ProgressDisplay() {}

    /** The display for this process. The launcher knows whether its standard error is a terminal and says so. */
    static Progress of(long cases, long before, PrintWriter err) {
        Pace pace = new Pace(cases, before, System.nanoTime());
        return Boolean.getBoolean("critscape.terminal") ? new Bar(cases, pace) : new Lines(cases, pace, err);
    }

    private static String rate(Pace pace, String before) {
        OptionalDouble rate = pace.perSecond();
        return rate.isEmpty() ? "" : before + Display.rate(rate.getAsDouble()) + " cases/s";
    }

    /** A bar that is redrawn. */
    private static final class Bar implements Progress {
        private final Pace pace;
        private final ProgressBar bar;

        Bar(long cases, Pace pace) {
            this.pace = pace;
            bar = new ProgressBarBuilder()
                    .setTaskName("cases")
                    .setInitialMax(cases)
                    .setUpdateIntervalMillis(500)
                    // The library's own console sets the signal handlers back, and Ctrl-C would then skip our hooks.
                    .setConsumer(new ConsoleProgressBarConsumer(
                            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                            WIDTH))
                    .setEtaFunction(state -> pace.left())
                    .build();
        }

        @Override
        public void advance(long done, long failed) {
            pace.advance(done, System.nanoTime());
            bar.stepTo(done);
            bar.setExtraMessage(rate(pace, " ") + (failed == 0 ? "" : " " + failed + " not solved"));
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** A line every ten seconds. */
    static final class Lines implements Progress {
        private final long cases;
        private final PrintWriter err;
        private final Pace pace;
        private long lastLine = System.nanoTime();
        private long lastDone = -1;

        Lines(long cases, Pace pace, PrintWriter err) {
            this.cases = cases;
            this.err = err;
            this.pace = pace;
        }

        @Override
        public void advance(long done, long failed) {
            long now = System.nanoTime();
            String line = line(done, failed, now);
            boolean isLast = done == cases && lastDone != cases;
            boolean isDue = done < cases && now - lastLine >= BETWEEN_LINES.toNanos();
            if (isLast || isDue) {
                lastLine = now;
                lastDone = done;
                err.println(line);
            }
        }

        /** What is done and what failed, the time since the start; once known, the rate and the time left. */
        String line(long done, long failed, long nanoTime) {
            pace.advance(done, nanoTime);
            return "critscape: " + done + " of " + Display.cases(cases) + ", " + failed + " not solved, after "
                    + Display.time(pace.elapsed())
                    + rate(pace, ", ")
                    + pace.left()
                            .map(left -> ", about " + Display.time(left) + " left")
                            .orElse("");
        }

        @Override
        public void close() {}
    }
}
