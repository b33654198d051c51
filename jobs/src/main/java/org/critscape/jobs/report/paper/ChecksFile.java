package org.critscape.jobs.report.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code checks.json}: the checks and what became of them, see {@code docs/paper.md}. */
final class ChecksFile {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ChecksFile() {}

    static String text(Map<Check, Finding> findings, Closure closure) {
        List<Map<String, Object>> checks = new ArrayList<>();
        findings.forEach((check, finding) -> {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("number", check.number());
            object.put("statement", check.statement());
            object.put("holds", holds(finding.verdict()));
            object.put("figures", figures(finding));
            object.put("closure", closure.inputs());
            checks.add(object);
        });
        try {
            return JSON.writeValueAsString(checks) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object holds(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> true;
            case DOES_NOT_HOLD -> false;
            case UNDECIDED -> "undecided";
        };
    }

    /** The claim that decides first, then the numbers, then what is missing. */
    private static List<Map<String, Object>> figures(Finding finding) {
        List<Map<String, Object>> figures = new ArrayList<>();
        Claim decisive = finding.decisive();
        if (decisive.isKnown()) {
            figures.add(figure("decisive", decisive.text(), decisive.margin(), decisive.unit()));
        }
        finding.figures().forEach(datum -> figures.add(figure("number", datum.name(), datum.estimate(), datum.unit())));
        finding.missing().forEach(what -> figures.add(new TreeMap<>(Map.of("kind", "not solved", "name", what))));
        return figures;
    }

    private static Map<String, Object> figure(String kind, String name, Estimate estimate, String unit) {
        Map<String, Object> figure = new LinkedHashMap<>();
        figure.put("kind", kind);
        figure.put("name", name);
        figure.put("value", estimate.value());
        figure.put("error", estimate.error());
        figure.put("unit", unit);
        return figure;
    }
}
