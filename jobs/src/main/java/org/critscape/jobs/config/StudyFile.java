package org.critscape.jobs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Reads a study from a HOCON file; the head of {@code conf/reference.conf} states the grammar.
 *
 * <p>What is explicit wins: an override over a listed case over the file's common part over the material over the
 * default. A value replaces the one below it whole, also where both are ranges.
 */
public final class StudyFile {
    private static final Path PAPER = Path.of("conf", "paper.conf");
    private static final String NAME = "study.name";
    private static final String DESCRIPTION = "study.description";
    private static final String CASES = "cases";
    private static final String FAILURE_LIMIT = "sweep.failure-limit";
    private static final double USUAL_FAILURE_LIMIT = 0.2;
    private static final Set<String> INPUTS =
            with(Arrays.stream(Parameter.values()).map(Parameter::path).toList());
    private static final Set<String> INPUTS_AND_DESIGN = with(INPUTS, DesignSettings.KEYS.toArray(String[]::new));
    private static final Set<String> SET_KEYS =
            with(with(INPUTS_AND_DESIGN, NAME, DESCRIPTION, FAILURE_LIMIT), AtlasKeys.KEYS.toArray(String[]::new));
    private static final Set<String> KEYS = with(SET_KEYS, CASES);

    private final Path file;
    private final HeightMapFiles maps;
    private final Map<String, Setting> common;
    private final Map<String, Setting> overrides;
    private final List<Map<Parameter, Setting>> cases = new ArrayList<>();
    private final List<DesignSettings> designs = new ArrayList<>();

    private StudyFile(Path file, Map<String, Setting> common, Map<String, Setting> overrides) {
        this.file = file;
        Path folder = file.toAbsolutePath().getParent();
        this.maps = new HeightMapFiles(folder == null ? file : folder);
        this.common = common;
        this.overrides = overrides;
    }

    /**
     * The study a file describes.
     *
     * @param file the configuration file; its includes are relative to it
     * @param overrides keys and values that replace those of the file, as {@code --set KEY=VALUE} gives them
     * @throws ConfigurationException where the user must change the file or an override
     */
    public static Study load(Path file, Map<String, String> overrides) {
        return load(file, given -> Hocon.read(file, given), overrides);
    }

    /**
     * The study of the paper, {@code conf/paper.conf}, as the program brings it along.
     *
     * @param overrides as of {@link #load}
     * @throws ConfigurationException where the user must change an override
     */
    public static Study paper(Map<String, String> overrides) {
        try (InputStream resource = StudyFile.class.getResourceAsStream("paper.conf")) {
            if (resource == null) {
                throw new IllegalStateException("paper.conf is missing among the resources");
            }
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return load(PAPER, given -> Hocon.read(PAPER, text, given), overrides);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Study load(Path file, Function<Config, ConfigObject> content, Map<String, String> overrides) {
        ConfigObject given = Overrides.parse(overrides);
        Map<String, Setting> replacements = KeyTree.read(given, SET_KEYS);
        Map<String, Setting> common = KeyTree.read(content.apply(given.toConfig()), KEYS);
        common.putAll(replacements);
        return new StudyFile(file, common, replacements).study();
    }

    private Study study() {
        listCases();
        List<Block> blocks = new ArrayList<>();
        for (int group = 0; group < cases.size(); group++) {
            blocks.add(block(cases.get(group), designs.get(group)));
        }
        return new Study(
                name(),
                text(DESCRIPTION),
                space(blocks),
                failureLimit(),
                new AtlasKeys(common).read(),
                UnusedInputs.warnings(cases, blocks));
    }

    private void listCases() {
        Map<Parameter, Setting> shared = inputs(common);
        Setting listed = common.get(CASES);
        if (listed == null) {
            cases.add(shared);
            designs.add(design(common));
            return;
        }
        if (!(listed.value() instanceof ConfigList list) || list.isEmpty()) {
            throw listed.refused(
                    listed.value() instanceof ConfigList ? "empty" : "not a list of cases",
                    "a list of at least one group of keys",
                    "Maybe cases = [ { topography.peak-height = \"25 um\" } ].");
        }
        for (ConfigValue entry : list) {
            if (!(entry instanceof ConfigObject group)) {
                throw listed.part("", entry)
                        .refused(
                                "a list with a single value",
                                "a list of groups of keys",
                                "Maybe write { KEY = VALUE }.");
            }
            Map<Parameter, Setting> merged = new EnumMap<>(shared);
            Map<String, Setting> own = KeyTree.read(group, INPUTS_AND_DESIGN);
            merged.putAll(inputs(own));
            merged.putAll(inputs(overrides));
            cases.add(merged);
            designs.add(design(overrides).over(design(own).over(design(common))));
        }
    }

    private Block block(Map<Parameter, Setting> settings, DesignSettings design) {
        try {
            return design.block(settings);
        } catch (InvalidInputException e) {
            throw Parameter.ofPath(e.quantity())
                    .map(this::missing)
                    .orElseGet(() -> new ConfigurationException(file + ": " + e.getMessage()));
        }
    }

    private DesignSettings design(Map<String, Setting> settings) {
        Map<String, Setting> design = new LinkedHashMap<>(settings);
        design.keySet().retainAll(DesignSettings.KEYS);
        return new DesignSettings(design, maps);
    }

    private ConfigurationException missing(Parameter parameter) {
        return ConfigurationException.refused(
                file.toString(),
                parameter.path(),
                "missing",
                parameter.domain() instanceof Domain.Interval interval
                        ? new AmountReader("", "", interval, parameter.example()).allowed()
                        : parameter.domain().allowed(),
                "Maybe add " + parameter.path() + " = " + Shown.example(parameter.domain(), parameter.example()) + ".");
    }

    private DesignSpace space(List<Block> blocks) {
        try {
            return new DesignSpace(blocks);
        } catch (InvalidInputException e) {
            throw new ConfigurationException(file + ": " + e.getMessage());
        }
    }

    /** The name is a folder's name too. */
    private String name() {
        String name = common.containsKey(NAME)
                ? text(NAME)
                : file.getFileName().toString().replaceFirst("\\.conf$", "");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw ConfigurationException.refused(
                    file.toString(),
                    NAME,
                    "\"" + name + "\"",
                    "letters, digits, dots, dashes and underscores, the first a letter or digit",
                    "Maybe set " + NAME + " = \"study-1\".");
        }
        return name;
    }

    private double failureLimit() {
        Setting setting = common.get(FAILURE_LIMIT);
        return setting == null
                ? USUAL_FAILURE_LIMIT
                : setting.amount(Domain.amount(Dimension.NUMBER, 0, 1), USUAL_FAILURE_LIMIT)
                        .doubleValue();
    }

    private String text(String key) {
        Setting setting = common.get(key);
        return setting == null ? "" : setting.text("a text", "Maybe put it in quotes.");
    }

    private static Map<Parameter, Setting> inputs(Map<String, Setting> settings) {
        Map<Parameter, Setting> inputs = new EnumMap<>(Parameter.class);
        settings.forEach(
                (key, setting) -> Parameter.ofPath(key).ifPresent(parameter -> inputs.put(parameter, setting)));
        return inputs;
    }

    /** In a fixed order, since messages show the first key that fits. */
    private static Set<String> with(Collection<String> keys, String... more) {
        Set<String> all = new LinkedHashSet<>(keys);
        all.addAll(List.of(more));
        return Collections.unmodifiableSet(all);
    }
}
