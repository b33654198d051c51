package org.critscape.jobs.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;

/** Reads {@code sweep.method} and the keys below {@code atlas}. */
final class AtlasKeys {
    private static final String METHOD = "sweep.method";
    private static final String FOLDER = "atlas.folder";
    private static final String TOLERANCE = "atlas.tolerance";
    private static final String CURRENT_TOLERANCE = "atlas.current-tolerance";
    private static final String BEYOND = "atlas.beyond";
    private static final String LARGEST_NODES = "atlas.largest-nodes";
    private static final String AUDIT = "atlas.audit";

    /** All of them. */
    static final List<String> KEYS =
            List.of(METHOD, FOLDER, TOLERANCE, CURRENT_TOLERANCE, BEYOND, LARGEST_NODES, AUDIT);

    private final Map<String, Setting> settings;

    AtlasKeys(Map<String, Setting> settings) {
        this.settings = settings;
    }

    /** The settings; empty where cases are solved directly. */
    Optional<AtlasSettings> read() {
        AtlasSettings atlas = new AtlasSettings(
                folder(),
                number(TOLERANCE, 1e-3, 0.5, 0.02),
                number(CURRENT_TOLERANCE, 1e-4, 0.5, 0.005),
                word(BEYOND, "direct", "flagged").equals("flagged"),
                (int) number(LARGEST_NODES, 20, 10_000, 400),
                (int) number(AUDIT, 0, 100_000, 64));
        return word(METHOD, "direct", "atlas").equals("atlas") ? Optional.of(atlas) : Optional.empty();
    }

    private String folder() {
        Setting setting = settings.get(FOLDER);
        String folder = setting == null ? "out/atlas" : setting.text("a folder", "Maybe out/atlas.");
        if (setting != null && folder.isBlank()) {
            throw setting.refused("empty", "a folder", "Maybe out/atlas.");
        }
        return folder;
    }

    private double number(String key, double low, double high, double usual) {
        Setting setting = settings.get(key);
        return setting == null
                ? usual
                : setting.amount(Domain.amount(Dimension.NUMBER, low, high), usual)
                        .doubleValue();
    }

    private String word(String key, String usual, String other) {
        Setting setting = settings.get(key);
        return setting == null ? usual : setting.word(new Domain.Options(List.of(usual, other)));
    }
}
