package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.critscape.jobs.sweep.Progress;

/** Shows the progress of a sweep: a bar on a terminal, a line now and then elsewhere. */
final class ProgressDisplay {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private ProgressDisplay() {}

    /** The display for this process. The launcher knows whether its standard error is a terminal and says so. */
    static Progress of(long cases, PrintWriter err) {
        return Boolean.getBoolean("critscape.terminal") ? new Bar(cases) : new Lines(cases, err);
    }

    /** A bar that is redrawn. */
    private static final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(long cases) {
            bar = new ProgressBarBuilder()
                    .setTaskName("cases")
                    .setInitialMax(cases)
                    .setUpdateIntervalMillis(500)
                    .showSpeed()
                    .build();
        }

        @Override
        public void advance(long done, long failed) {
            bar.stepTo(done);
            bar.setExtraMessage(failed == 0 ? "" : " " + failed + " without a result");
        }

        @Override
        public void finishing() {
            bar.setExtraMessage(" writing tables");
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
        private final long start = System.nanoTime();
        private long lastLine = start;

        Lines(long cases, PrintWriter err) {
            this.cases = cases;
            this.err = err;
        }

        @Override
        public void advance(long done, long failed) {
            long now = System.nanoTime();
            if ((done > 0 && now - lastLine >= BETWEEN_LINES.toNanos()) || done == cases) {
                lastLine = now;
                err.println(line(done, failed, (now - start) / 1e9));
            }
        }

        /** What is done, what failed, the rate and the time left, after some seconds. */
        String line(long done, long failed, double seconds) {
            double perSecond = done / seconds;
            return String.format(
                    Locale.ROOT,
                    "critscape: %d of %d cases, %d without a result, %.3g cases/s, about %d s left",
                    done,
                    cases,
                    failed,
                    perSecond,
                    Math.round((cases - done) / perSecond));
        }

        @Override
        public void finishing() {
            err.println("critscape: writing tables");
        }

        @Override
        public void close() {}
    }
}
