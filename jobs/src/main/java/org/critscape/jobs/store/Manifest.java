package org.critscape.jobs.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of results is: the file {@code manifest.json}, rewritten when a sweep starts and when it ends.
 *
 * @param format version of this file and of the layout of the folder
 * @param study what is solved
 * @param plan how it is cut
 * @param versions of what solved it last
 * @param engine the engine that solved it last
 * @param state running, stopped or complete; running also after a kill
 * @param tally cases by status, and by failure code where they have one
 * @param runs the sweeps that worked on it, in their order
 * @param files the files of the case table in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        int format,
        Study study,
        Plan plan,
        Versions versions,
        Engine engine,
        String state,
        Map<String, Long> tally,
        List<Run> runs,
        List<DataFile> files) {
    /** Version of the folder that this program writes. */
    public static final int FORMAT = 2;

    /** The state of a folder that has all cases. */
    public static final String COMPLETE = "complete";

    /** The state while a sweep works on it, and after it was killed. */
    public static final String RUNNING = "running";

    /** The state of a folder whose sweep ended before all was done. */
    public static final String STOPPED = "stopped";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Copies the lists. */
    public Manifest {
        runs = List.copyOf(runs);
        files = List.copyOf(files);
    }

    /**
     * What is solved.
     *
     * @param name of the study
     * @param hash of its inputs and of the model
     * @param modelVersion version of the model
     * @param cases number of cases
     * @param inputs key and exact value or levels, one map for each group of cases
     * @param anchors identities of the first and the last case it had when it was begun
     */
    public record Study(
            String name,
            String hash,
            String modelVersion,
            long cases,
            List<Map<String, String>> inputs,
            List<String> anchors) {}

    /**
     * How it is cut.
     *
     * @param chunks number of files of each table when complete
     * @param ends numbers of cases that the study had, the present one last
     */
    public record Plan(long chunks, List<Long> ends) {}

    /**
     * Versions.
     *
     * @param program of critscape
     * @param revision of its sources, where known
     */
    public record Versions(String program, String revision, String java, String spark, String hadoop) {}

    /**
     * The engine.
     *
     * @param master Spark's URL
     * @param cores on which cases are solved
     * @param settings of Spark, secrets left out
     */
    public record Engine(String master, int cores, Map<String, String> settings) {}

    /**
     * One sweep.
     *
     * @param started UTC, ISO 8601
     * @param ended the same; null while it runs and where it was killed
     * @param end how it ended: complete, time, interrupted, failure-limit, bug, lost, killed; null while it runs
     * @param cases that it committed
     * @param wallSeconds from the first case to the last [s]; 0 where it was killed
     * @param solverSeconds of those cases in the solver, all cores [s]
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            String started,
            @Nullable String ended,
            @Nullable String end,
            long cases,
            double wallSeconds,
            double solverSeconds) {
        /** A sweep that was killed, with what is found of it. */
        public static Run killed(String started, long cases, double solverSeconds) {
            return new Run(started, null, "killed", cases, 0, solverSeconds);
        }
    }

    /**
     * A file of the case table.
     *
     * @param name in the folder {@code cases}
     * @param rows number of rows
     * @param bytes size [bytes]
     * @param sha256 of its bytes
     */
    public record DataFile(String name, long rows, long bytes, String sha256) {}

    /** The file's text. */
    public byte[] json() {
        return write(this);
    }

    /** Reads the file; throws {@link IOException} where it is none of this format. */
    public static Manifest read(byte[] json) throws IOException {
        Manifest manifest = parse(json, Manifest.class);
        try {
            manifest.requireWhole();
        } catch (NullPointerException | DateTimeParseException broken) {
            throw new IOException("not what a sweep writes", broken);
        }
        return manifest;
    }

    /** Throws where something is missing that no manifest is without, or a time is none. */
    private void requireWhole() {
        Stream.of(study.name(), study.hash(), study.modelVersion(), study.inputs(), study.anchors(), plan.ends())
                .forEach(Objects::requireNonNull);
        Stream.of(versions.program(), engine.master(), engine.settings(), state, tally)
                .forEach(Objects::requireNonNull);
        for (Run run : runs) {
            Instant.parse(run.started());
            if (run.ended() != null) {
                Instant.parse(run.ended());
            }
        }
        files.forEach(file -> Objects.requireNonNull(file.name()));
    }

    static <T> T parse(byte[] json, Class<T> type) throws IOException {
        T parsed;
        try {
            parsed = JSON.readValue(json, type);
        } catch (JsonProcessingException malformed) {
            throw new IOException("not what a sweep writes: " + malformed.getOriginalMessage(), malformed);
        } catch (RuntimeException | StackOverflowError malformed) {
            // A list that is missing, or braces without end.
            throw new IOException("not what a sweep writes", malformed);
        }
        if (parsed == null) {
            throw new IOException("not what a sweep writes: null");
        }
        return parsed;
    }

    static byte[] write(Object value) {
        try {
            return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
