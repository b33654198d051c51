package org.critscape.jobs.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a sweep goes and how long it still takes: the cases it has done by the time since it began to solve, as the
 * manifest and {@code critscape status} have it too.
 */
final class Pace {
    /** Fewer cases, or a smaller part of them, are no sample: neighbours cost alike, distant ones do not. */
    private static final long ENOUGH_CASES = 10;

    private static final double ENOUGH_PART = 0.05;

    private final long cases;
    private final long before;
    private final long start;
    private long done;
    private long time;

    /**
     * A sweep that begins to solve.
     *
     * @param cases of the study
     * @param before those that were there before
     * @param nanoTime a clock [ns]
     */
    Pace(long cases, long before, long nanoTime) {
        this.cases = cases;
        this.before = before;
        this.start = nanoTime;
        this.done = before;
        this.time = nanoTime;
    }

    /**
     * Hears how far the sweep has come.
     *
     * @param doneSoFar cases with an outcome
     * @param nanoTime a clock [ns]
     */
    synchronized void advance(long doneSoFar, long nanoTime) {
        done = doneSoFar;
        time = nanoTime;
    }

    /** Cases per second; empty while too few are done to tell. */
    synchronized OptionalDouble perSecond() {
        return done - before >= ENOUGH_CASES && time > start
                ? OptionalDouble.of((done - before) * 1e9 / (time - start))
                : OptionalDouble.empty();
    }

    /** The time since the start. */
    synchronized Duration elapsed() {
        return Duration.ofNanos(time - start);
    }

    /** The time that the other cases take at this pace; empty while too few are done to tell, or all. */
    synchronized Optional<Duration> left() {
        OptionalDouble rate = perSecond();
        boolean enough = done - before >= ENOUGH_PART * (cases - before) && done < cases;
        return enough && rate.isPresent()
                ? Optional.of(Duration.ofMillis(Math.round(1e3 * (cases - done) / rate.getAsDouble())))
                : Optional.empty();
    }
}
