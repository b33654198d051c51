package org.critscape.jobs.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.Parameter;

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
            List<Integer> blocksWithIt = IntStream.range(0, blocks.size())
                    .filter(block -> given.get(block).containsKey(parameter))
                    .boxed()
                    .toList();
            // The material is used through the values it gives.
            if (parameter != Parameter.MATERIAL
                    && !blocksWithIt.isEmpty()
                    && blocksWithIt.stream()
                            .noneMatch(block -> blocks.get(block).uses(parameter))) {
                Setting setting = given.get(blocksWithIt.get(0)).get(parameter);
                warnings.add(setting.place() + ": " + parameter.path()
                        + " is given but no case uses it. Maybe another shape or kinetics is meant.");
            }
        }
        return warnings;
    }
}
