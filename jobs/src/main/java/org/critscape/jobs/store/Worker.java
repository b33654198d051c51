package org.critscape.jobs.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Who works on a folder: the file {@code _driver.json} while a sweep runs, rewritten every few seconds.
 *
 * @param id of this sweep, its own
 * @param host machine of its driver
 * @param pid process there
 * @param processes what its number is unique in: this start of the machine and this container; empty where unknown
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
        String processes,
        long started,
        long beat,
        long toDo,
        long done,
        long failed,
        double perSecond) {
    /** A driver on another machine that says nothing for so long is taken for dead. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The start of a process is told by the machine's clock, which may be set meanwhile. */
    private static final Duration CLOCK_STEP = Duration.ofMinutes(10);

    /** Checks that all words are there: a mark that was damaged may lack some. */
    public Worker {
        Objects.requireNonNull(id);
        Objects.requireNonNull(host);
        Objects.requireNonNull(processes);
    }

    /** This process, at work now. */
    public static Worker here(long toDo) {
        return new Worker(
                UUID.randomUUID().toString(),
                hostName(),
                ProcessHandle.current().pid(),
                processSpace(),
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
        return new Worker(id, host, pid, processes, started, now, toDo, doneSoFar, failedSoFar, rate);
    }

    /** Whether it still works, as far as can be told from here: exactly on its own machine, by its signs elsewhere. */
    public boolean isAlive() {
        if (host.equals(hostName()) && processSpace().equals(processes)) {
            return ProcessHandle.of(pid)
                    .filter(process -> Math.abs(startOf(process) - started) < CLOCK_STEP.toMillis())
                    .isPresent();
        }
        return sinceBeat().compareTo(PATIENCE) < 0;
    }

    /** Containers may share a host's name and number their processes alike. */
    private static String processSpace() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + " "
                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return "";
        }
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
