package org.critscape.jobs.config;

import java.util.List;
import java.util.Optional;
import org.critscape.jobs.space.DesignSpace;

/**
 * What one configuration file asks for.
 *
 * @param name from {@code study.name}, else the file's name; letters, digits, dot, dash and underscore
 * @param description from {@code study.description}, or empty
 * @param space the cases
 * @param failureLimit share of cases that are not solved at which a sweep stops, from {@code sweep.failure-limit}
 * @param atlas how it uses an atlas; empty where all cases are solved directly
 * @param warnings what the user should know although the study can run, one sentence each
 */
public record Study(
        String name,
        String description,
        DesignSpace space,
        double failureLimit,
        Optional<AtlasSettings> atlas,
        List<String> warnings) {
    /** Copies the list. */
    public Study {
        warnings = List.copyOf(warnings);
    }
}
