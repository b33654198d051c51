package org.critscape.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Inputs that are given although no case depends on them, like the top fraction of egg-boxes. That is no error, since
 * one file may serve several shapes, but it may be a slip.
 */
final class UnusedInputs {
    private UnusedInputs() {}

    /**
     * One sentence per input that is given and never used.
     *
     * @param given the settings of each listed case
     * @param blocks the same cases as blocks
     */
    static List<String> warnings(List<Map<Parameter, Setting>> given, List<Block> blocks) {
        List<String> warnings = new ArrayList<>();
        for (Parameter parameter : Parameter.values()) {
            Setting unused = unused(parameter, given, blocks);
            // The material is used through the values it gives.
            if (unused != null && parameter != Parameter.MATERIAL) {
                warnings.add(unused.place() + ": " + unused.key()
                        + " is given but no case uses it. Maybe another shape, kinetics or lithium.model is meant.");
            }
        }
        return warnings;
    }

    private static @Nullable Setting unused(
            Parameter parameter, List<Map<Parameter, Setting>> given, List<Block> blocks) {
        Setting last = null;
        for (int block = 0; block < blocks.size(); block++) {
            Setting setting = given.get(block).get(parameter);
            if (setting != null && blocks.get(block).uses(parameter)) {
                return null;
            }
            last = setting == null ? last : setting;
        }
        return last;
    }
}
