package org.critscape.jobs.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Metadata of a data set as JSON-LD of Croissant 1.0 (MLCommons, http://mlcommons.org/croissant/1.0): files with their
 * checksums, and for each split a record set whose fields say from which column they are read.
 */
final class Croissant {
    private static final List<String> TERMS = List.of(
            "citeAs",
            "column",
            "extract",
            "field",
            "fileProperty",
            "fileObject",
            "fileSet",
            "format",
            "includes",
            "isLiveDataset",
            "jsonPath",
            "key",
            "md5",
            "parentField",
            "path",
            "recordSet",
            "references",
            "regex",
            "repeated",
            "replace",
            "separator",
            "source",
            "subField",
            "transform");

    private static final String FIELDS = "fields";
    private static final String ARRAY = "array<";

    private Croissant() {}

    /** The metadata of a data set whose files stand in a folder. */
    static Map<String, Object> of(DatasetDescription description, Path folder) throws IOException {
        DatasetDescription.Source study = description.study();
        String what =
                "critical currents of contoured lithium/electrolyte interfaces, model version " + study.modelVersion();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("@context", context());
        metadata.put("@type", "sc:Dataset");
        metadata.put("name", "critscape-" + study.name());
        metadata.put(
                "description",
                "Solved cases of the study " + study.name() + " (hash " + study.hash() + "): " + what
                        + ". Splits do not share solves; the extrapolation split has held-out ends of H/S and λ and a"
                        + " held-out family. See card.md.");
        metadata.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        metadata.put("citeAs", "critscape, study " + study.name() + ": " + what);
        metadata.put("license", description.licence());
        metadata.put("url", "./");
        metadata.put("creator", new TreeMap<>(Map.of("@type", "sc:Organization", "name", "critscape")));
        if (!study.ended().isEmpty()) {
            metadata.put(
                    "datePublished",
                    study.ended().substring(0, Math.min(10, study.ended().length())));
        }
        metadata.put("version", study.modelVersion() + ".0.0");
        metadata.put("distribution", distribution(folder));
        List<Map<String, Object>> sets = new ArrayList<>();
        description.splits().forEach(part -> sets.add(recordSet(description, part)));
        if (description.fields() != null) {
            sets.add(fieldSet(description.fields()));
        }
        metadata.put("recordSet", sets);
        return metadata;
    }

    private static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        context.put("conformsTo", "dct:conformsTo");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("data", term("cr:data", "@json"));
        context.put("dataType", term("cr:dataType", "@vocab"));
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("examples", term("cr:examples", "@json"));
        context.put("sc", "https://schema.org/");
        TERMS.forEach(name -> context.put(name, "cr:" + name));
        return context;
    }

    private static Map<String, Object> term(String id, String type) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("@id", id);
        term.put("@type", type);
        return term;
    }

    private static List<Map<String, Object>> distribution(Path folder) throws IOException {
        List<Map<String, Object>> files = new ArrayList<>();
        for (Map.Entry<String, String> file : Checksums.of(folder).entrySet()) {
            String name = file.getKey();
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("@type", "cr:FileObject");
            object.put("@id", name);
            object.put("name", name);
            object.put("contentUrl", name);
            object.put("contentSize", Files.size(folder.resolve(name)) + " B");
            object.put("encodingFormat", format(name));
            object.put("sha256", file.getValue());
            files.add(object);
        }
        return files;
    }

    private static String format(String name) {
        if (name.endsWith(".parquet")) {
            return "application/x-parquet";
        }
        return name.endsWith(".json") ? "application/json" : "text/markdown";
    }

    private static Map<String, Object> recordSet(DatasetDescription description, DatasetDescription.Part part) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", part.split());
        set.put("name", part.split());
        set.put("description", part.rows() + " cases of " + part.groups() + " groups.");
        set.put("key", reference(part.split() + "/case_index"));
        set.put(
                "field",
                description.columns().stream()
                        .map(column -> field(part.split(), part.file(), column))
                        .toList());
        return set;
    }

    /** Maps are repeated numbers: shapes of arrays are not in 1.0. */
    private static Map<String, Object> fieldSet(DatasetDescription.FieldPart part) {
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("@type", "cr:RecordSet");
        set.put("@id", FIELDS);
        set.put("name", FIELDS);
        set.put(
                "description",
                "Maps over the interface of %d cases on a grid of %d by %d points: %s."
                        .formatted(part.rows(), part.points(), part.points(), part.order()));
        set.put("key", reference(FIELDS + "/case_index"));
        set.put(
                "field",
                part.columns().stream()
                        .map(column -> field(FIELDS, part.file(), column))
                        .toList());
        return set;
    }

    private static Map<String, Object> field(String set, String file, DatasetDescription.Field column) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("fileObject", reference(file));
        source.put("extract", Map.of("column", column.name()));
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("@type", "cr:Field");
        field.put("@id", set + "/" + column.name());
        field.put("name", column.name());
        field.put("description", column.description() + (column.unit().isEmpty() ? "" : " [" + column.unit() + "]"));
        boolean isMap = column.type().startsWith(ARRAY);
        field.put(
                "dataType",
                dataType(
                        isMap
                                ? column.type()
                                        .substring(ARRAY.length(), column.type().length() - 1)
                                : column.type()));
        if (isMap) {
            field.put("repeated", true);
        }
        field.put("source", source);
        return field;
    }

    private static String dataType(String type) {
        for (DatasetColumn.Type known : DatasetColumn.Type.values()) {
            if (known.sql().equals(type)) {
                return known.croissant();
            }
        }
        throw new IllegalStateException("no column has the type " + type);
    }

    private static Map<String, Object> reference(String id) {
        return Map.of("@id", id);
    }
}
