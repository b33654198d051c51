package org.critscape.jobs.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a sweep goes and how long it still takes. The clock starts with the first cases done: the start of the
 * engine, and what it loads before the first case, say nothing about the rest.
 */
final class Pace {
    /** Fewer cases, or a smaller part of them, are no sample: neighbours cost alike, distant ones do not. */
    private static final long ENOUGH_CASES = 10;

    private static final double ENOUGH_PART = 0.05;

    private final long cases;
    private long firstDone;
    private long firstTime;
    private long done;
    private long time;

    Pace(long cases) {
        this.cases = cases;
    }

    /**
     * Hears how far the sweep has come.
     *
     * @param doneSoFar cases with an outcome
     * @param nanoTime a clock [ns]
     */
    synchronized void advance(long doneSoFar, long nanoTime) {
        if (doneSoFar > 0 && firstDone == 0) {
            firstDone = doneSoFar;
            firstTime = nanoTime;
        }
        done = doneSoFar;
        time = nanoTime;
    }

    /** Cases per second; empty while too few are done to tell. */
    synchronized OptionalDouble perSecond() {
        return done >= ENOUGH_CASES && done > firstDone && time > firstTime
                ? OptionalDouble.of((done - firstDone) * 1e9 / (time - firstTime))
                : OptionalDouble.empty();
    }

    /** The time that the other cases take at this pace; empty while too few are done to tell, or all. */
    synchronized Optional<Duration> left() {
        OptionalDouble rate = perSecond();
        boolean enough = done >= ENOUGH_PART * cases && done < cases;
        return enough && rate.isPresent()
                ? Optional.of(Duration.ofMillis(Math.round(1e3 * (cases - done) / rate.getAsDouble())))
                : Optional.empty();
    }
}
