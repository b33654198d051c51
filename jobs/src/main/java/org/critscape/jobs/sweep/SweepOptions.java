package org.critscape.jobs.sweep;

import java.time.Duration;
import java.util.Optional;

/**
 * How a sweep is to go.
 *
 * @param description what the engine's own pages call it
 * @param failureLimit at which it stops
 * @param time after which it ends, if any
 */
public record SweepOptions(String description, FailureLimit failureLimit, Optional<Duration> time) {
    /** How long a sweep whose time is up waits for the cases at hand. */
    Duration grace() {
        return Duration.ofSeconds(30);
    }

    /** How long one that is interrupted does. */
    Duration haste() {
        return Duration.ofSeconds(3);
    }
}
