package org.critscape.jobs.report.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The numbers of the charts, as {@code report.js} reads them. */
final class PageData {
    /** Keys in order, since that of small maps differs from one program to the next and a page should not. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private PageData() {}

    /** One line of JSON that may stand within a script element. */
    static String json(Digest digest, double tolerance, List<SurfaceView> surfaces) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("result", result(digest));
        digest.found().ifPresent(found -> {
            data.put(
                    "variables", digest.variables().stream().map(PageData::axis).toList());
            data.put("best", found.best().<Long>getAs("case_index"));
            data.put("sample", sample(digest, found.sample()));
            data.put("front", front(digest, found.front()));
            data.put(
                    "cuts",
                    found.cuts().stream().map(cut -> cut(cut, found.best())).toList());
            found.landscape().ifPresent(landscape -> data.put("landscape", landscape(landscape)));
        });
        data.put("surfaces", surfaces.stream().map(PageData::surface).toList());
        data.put("errors", histogram(digest.accuracy().histogram(), 100, "%", 100 * tolerance));
        digest.audit()
                .flatMap(AtlasAudit::found)
                .ifPresent(found -> data.put(
                        "audit", found.points().stream().map(PageData::audited).toList()));
        data.put("times", histogram(digest.cost().histogram(), 1, "s", null));
        try {
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> result(Digest digest) {
        return Map.of(
                "title", digest.result().title(),
                "word", digest.result().word(),
                "largestIsBest", digest.result().isLargestBest());
    }

    private static Map<String, Object> axis(Variable variable) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("label", variable.axisLabel());
        axis.put("unit", variable.scale().unit());
        axis.put("log", variable.isLogarithmic() && !variable.isShownByPowers());
        axis.put(
                "words",
                variable.words().stream().map(word -> word.replace('-', ' ')).toList());
        return axis;
    }

    /** Rows of case, family, height, inputs, result, error: as {@code report.js} takes them apart. */
    private static Map<String, Object> sample(Digest digest, Sample sample) {
        List<String> families = sample.rows().stream()
                .map(row -> row.<String>getAs("topography"))
                .distinct()
                .sorted()
                .toList();
        Variable height = height(digest);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : sample.rows()) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(row.<Long>getAs("case_index"));
            cells.add(families.indexOf(row.<String>getAs("topography")));
            cells.add(height.place(row.getAs("peak_height_m")));
            digest.variables().forEach(variable -> cells.add(variable.place(row.getAs(variable.column()))));
            cells.add(Numbers.rounded(row.<Double>getAs(digest.result().column())));
            Double error = row.getAs(digest.result().errorColumn());
            cells.add(error == null ? null : Numbers.rounded(error, 2));
            rows.add(cells);
        }
        return Map.of(
                "families",
                families.stream().map(word -> word.replace('-', ' ')).toList(),
                "rows",
                rows,
                "solved",
                sample.solved());
    }

    /** The axis of heights, in their usual unit where cases do not differ in them. */
    private static Variable height(Digest digest) {
        return digest.variables().stream()
                .filter(variable -> variable.column().equals("peak_height_m"))
                .findFirst()
                .orElse(Variable.ofAmounts("peak_height_m", "peak height", "m", List.of(), 1e-6, 1e-5));
    }

    private static Map<String, Object> front(Digest digest, Front front) {
        Variable height = height(digest);
        return Map.of(
                "title",
                height.title(),
                "points",
                front.points().stream()
                        .map(point -> Stream.of(
                                        height.place(point.height()), Numbers.rounded(point.value()), point.index())
                                .toList())
                        .toList());
    }

    private static Map<String, Object> cut(Cut cut, Row best) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("title", cut.variable().axisTitle());
        data.put("log", cut.variable().isLogarithmic() && !cut.variable().isShownByPowers());
        data.put("throughBest", cut.isThroughBest());
        data.put("at", cut.variable().place(best.getAs(cut.variable().column())));
        data.put(
                "points",
                cut.points().stream()
                        .map(point -> Stream.of(
                                        cut.variable().place(point.at()),
                                        Numbers.rounded(point.low()),
                                        Numbers.rounded(point.value()),
                                        Numbers.rounded(point.high()),
                                        Numbers.rounded(point.best()))
                                .toList())
                        .toList());
        return data;
    }

    private static Map<String, Object> landscape(Landscape landscape) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "x",
                Map.of(
                        "title",
                        landscape.x().variable().title(),
                        "parts",
                        landscape.x().labels()));
        data.put(
                "y",
                Map.of(
                        "title",
                        landscape.y().variable().title(),
                        "parts",
                        landscape.y().labels()));
        data.put(
                "selectors",
                landscape.selectors().stream()
                        .map(bins -> Map.of("title", bins.variable().title(), "parts", bins.labels()))
                        .toList());
        List<List<@Nullable Object>> cells = new ArrayList<>();
        for (Landscape.Cell cell : landscape.cells()) {
            List<@Nullable Object> values = new ArrayList<>(cell.choices());
            values.add(cell.x());
            values.add(cell.y());
            values.add(rounded(cell.best()));
            values.add(rounded(cell.mean()));
            values.add(cell.solved());
            values.add(cell.cases());
            values.add(cell.index());
            cells.add(values);
        }
        data.put("cells", cells);
        return data;
    }

    private static Map<String, Object> surface(SurfaceView surface) {
        Map<String, Object> data = new LinkedHashMap<>();
        double micrometres = 1e6;
        data.put("label", surface.label());
        data.put("separation", Numbers.rounded(surface.separation() * micrometres));
        data.put("height", grid(surface.height(), micrometres));
        data.put("current", grid(surface.current(), 1));
        data.put("pressure", grid(surface.pressure(), 1e-6));
        data.put("nearness", grid(surface.nearness(), 1));
        data.put(
                "site",
                Double.isNaN(surface.siteX())
                        ? null
                        : List.of(
                                Numbers.rounded(surface.siteX() * micrometres),
                                Numbers.rounded(surface.siteY() * micrometres)));
        return data;
    }

    /** A grid row by row along x; null where the case has no such values. */
    private static @Nullable List<List<Double>> grid(double[][] values, double factor) {
        if (Double.isNaN(values[0][0])) {
            return null;
        }
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row)
                        .mapToObj(value -> Numbers.rounded(value * factor, 4))
                        .toList())
                .toList();
    }

    private static @Nullable Double rounded(@Nullable Double value) {
        return value == null ? null : (Double) Numbers.rounded(value);
    }

    /** Case, stated and observed deviation and the error of the direct solve in percent. */
    private static List<Number> audited(AtlasAudit.Point point) {
        return List.of(
                point.index(),
                Numbers.rounded(100 * point.stated(), 3),
                Numbers.rounded(100 * point.observed(), 3),
                Numbers.rounded(100 * point.ofDirect(), 3));
    }

    private static Map<String, Object> histogram(
            Histogram histogram, double factor, String unit, @Nullable Double limit) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", unit);
        data.put("limit", limit);
        data.put(
                "edges",
                histogram.edges().stream()
                        .map(edge -> Numbers.rounded(edge * factor, 2))
                        .toList());
        data.put("counts", histogram.counts());
        return data;
    }
}
