package org.critscape.jobs.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Who works on a folder: the file {@code _driver.json} while a sweep runs, rewritten every few seconds.
 *
 * @param id of this sweep, its own
 * @param host machine of its driver
 * @param pid process there
 * @param started when the process began [ms since 1970], so that another process of the same number is not taken for it
 * @param beat its last sign of life [ms since 1970]
 * @param toDo cases it set out to do
 * @param done of them so far, chunks in flight included
 * @param failed of those, not solved
 * @param perSecond cases per second, 0 while unknown
 */
public record Worker(
        String id,
        String host,
        long pid,
        long started,
        long beat,
        long toDo,
        long done,
        long failed,
        double perSecond) {
    /** A driver on another machine that says nothing for so long is taken for dead. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** This process, at work now. */
    public static Worker here(long toDo) {
        return new Worker(
                UUID.randomUUID().toString(),
                hostName(),
                ProcessHandle.current().pid(),
                startOf(ProcessHandle.current()),
                Instant.now().toEpochMilli(),
                toDo,
                0,
                0,
                0);
    }

    /** The same, now, that far. */
    public Worker at(long doneSoFar, long failedSoFar, double rate) {
        long now = Instant.now().toEpochMilli();
        return new Worker(id, host, pid, started, now, toDo, doneSoFar, failedSoFar, rate);
    }

    /** Whether it still works, as far as can be told from here: exactly on its own machine, by its signs elsewhere. */
    public boolean isAlive() {
        if (host.equals(hostName())) {
            return ProcessHandle.of(pid)
                    .filter(process -> startOf(process) == started)
                    .isPresent();
        }
        return sinceBeat().compareTo(PATIENCE) < 0;
    }

    /** Time since its last sign of life. */
    public Duration sinceBeat() {
        return Duration.between(Instant.ofEpochMilli(beat), Instant.now());
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }

    byte[] json() {
        return Manifest.write(this);
    }

    static Worker read(byte[] json) throws IOException {
        return Manifest.parse(json, Worker.class);
    }
}
