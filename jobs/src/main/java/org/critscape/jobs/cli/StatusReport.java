package org.critscape.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.store.Worker;
import org.critscape.jobs.table.CaseStatus;

/**
 * The state of a folder of results, for people and for programs.
 *
 * @param status what was read
 * @param folder where
 * @param name the folder as the user spelled it
 */
record StatusReport(StudyStatus status, StudyFolder folder, String name) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A few lines. */
    List<String> lines() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("state", state()));
        long cases = status.cases();
        long done = status.done();
        String part = cases == 0 ? "" : String.format(Locale.ROOT, ", %d %%", Math.floorDiv(100 * done, cases));
        long flying = done - status.tally().cases();
        rows.add(List.of(
                "done",
                done + " of " + Display.cases(cases) + part
                        + (flying > 0 ? ", " + flying + " of them in flight" : "")));
        if (!status.tally().counts().isEmpty()) {
            rows.add(List.of("outcomes", counts(status.tally().statuses())));
        }
        if (!status.tally().failures().isEmpty()) {
            rows.add(List.of("not solved", counts(status.tally().failures())));
        }
        status.perSecond()
                .ifPresent(rate -> rows.add(List.of(
                        "rate", Display.rate(rate) + " cases/s" + (status.alive() ? "" : " in the last sweep"))));
        status.left().ifPresent(left -> rows.add(List.of("time left", "about " + Display.time(left))));
        if (status.tally().cases() > 0) {
            rows.add(List.of("tables", folder.table("cases") + ", " + folder.table("timings")));
        }
        rows.add(List.of("next", next()));
        List<String> lines = new ArrayList<>();
        lines.add(status.name().isEmpty() ? name : "Study " + status.name() + " in " + name);
        lines.addAll(TextTable.of(rows));
        return lines;
    }

    private static String counts(Map<String, Long> counts) {
        String solved = CaseStatus.SOLVED.word();
        List<String> words = new ArrayList<>();
        Optional.ofNullable(counts.get(solved)).ifPresent(count -> words.add(count + " " + solved));
        counts.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(solved))
                .forEach(entry -> words.add(entry.getValue() + " " + entry.getKey()));
        return String.join(", ", words);
    }

    private String state() {
        long left = status.cases() - status.done();
        return switch (status.state()) {
            case STARTING -> "starting: " + worker();
            case RUNNING -> "running: " + worker();
            case COMPLETE -> "complete" + ended();
            case STOPPED -> "stopped" + ended() + ", " + Display.cases(left) + " left";
            case KILLED -> "killed, " + killed() + ", " + Display.cases(left) + " left";
        };
    }

    private String worker() {
        Worker worker = status.worker();
        return worker == null
                ? ""
                : "process " + worker.pid() + " on " + worker.host() + " since "
                        + time(Instant.ofEpochMilli(worker.started())) + ", last sign of life "
                        + Display.time(worker.sinceBeat()) + " ago";
    }

    private String killed() {
        Worker worker = status.worker();
        return worker == null
                ? "without a sign of life"
                : "no sign of life of process " + worker.pid() + " on " + worker.host() + " since "
                        + time(Instant.ofEpochMilli(worker.beat()));
    }

    private String ended() {
        return status.lastRun()
                .map(run ->
                        (run.end() == null || run.end().equals(Manifest.COMPLETE) ? "" : " (" + reason(run.end()) + ")")
                                + (run.ended() == null ? "" : " since " + time(Instant.parse(run.ended()))))
                .orElse("");
    }

    /** The words that sweeps write, and what they mean to people. */
    private static String reason(String end) {
        return switch (end) {
            case "time" -> "the time was up";
            case "failure-limit" -> "too many cases are not solved";
            case "bug" -> "a bug, or no memory";
            case "lost" -> "the engine was lost";
            default -> end;
        };
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String next() {
        return switch (status.state()) {
            case STARTING, RUNNING -> "ask again; Ctrl-C or kill ends it and keeps what is done";
            case COMPLETE -> "critscape status " + name + " --print, or --csv";
            case STOPPED, KILLED -> "critscape sweep CONF --out " + name + " goes on from there";
        };
    }

    /** One JSON object. */
    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("study", status.name());
        object.put("folder", folder.uri().toString());
        object.put("state", status.state().name().toLowerCase(Locale.ROOT));
        object.put("cases", status.cases());
        object.put("done", status.done());
        object.put("committed", status.tally().cases());
        object.put("left", status.cases() - status.done());
        object.put("statuses", status.tally().statuses());
        object.put("failures", status.tally().failures());
        object.put(
                "cases_per_second",
                status.perSecond().isPresent()
                        ? Display.threeDigits(status.perSecond().getAsDouble())
                        : null);
        object.put(
                "seconds_left",
                status.left().map(Duration::toMillis).map(ms -> ms / 1e3).orElse(null));
        Worker worker = status.worker();
        object.put("worker", worker == null ? null : describe(worker));
        object.put(
                "last_end",
                status.state() == StudyStatus.State.KILLED
                        ? "killed"
                        : status.lastRun().map(Manifest.Run::end).orElse(null));
        object.put("tables", new TreeMap<>(Map.of("cases", folder.table("cases"), "timings", folder.table("timings"))));
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> describe(Worker worker) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("host", worker.host());
        object.put("pid", worker.pid());
        object.put("alive", status.alive());
        object.put("started", time(Instant.ofEpochMilli(worker.started())));
        object.put("last_sign_of_life", time(Instant.ofEpochMilli(worker.beat())));
        return object;
    }
}
