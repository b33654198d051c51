package org.critscape.jobs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of the command line: HOCON in which values need no quotes, since a shell takes those away. */
final class Overrides {
    static final String PLACE = "--set";

    /** Words outside quotes that are no key of a group: those are followed by = or :. */
    private static final Pattern BARE =
            Pattern.compile("\"[^\"]*\"|([^\\[\\]{},=:\"\\s][^\\[\\]{},=:\"]*+)(?!\\s*[=:{])");

    private Overrides() {}

    /** The overrides as one tree; throws {@link ConfigurationException} where a key or value is malformed. */
    static ConfigObject parse(Map<String, String> overrides) {
        Config all = ConfigFactory.empty();
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            all = parse(override.getKey(), override.getValue()).withFallback(all);
        }
        return all.root();
    }

    private static Config parse(String key, String value) {
        ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(PLACE);
        if (key.isBlank()) {
            throw ConfigurationException.refused(
                    PLACE, "the key", "empty", "a configuration key", "Maybe --set 'topography.peak-height=25 um'.");
        }
        try {
            if (value.contains("${")) {
                throw new ConfigException.BadValue(key, "substitutions belong to files");
            }
            String path = ConfigUtil.joinPath(ConfigUtil.splitPath(key));
            return ConfigFactory.parseString(path + " = " + quoteBare(value), options);
        } catch (ConfigException e) {
            throw ConfigurationException.refused(
                    PLACE,
                    key,
                    value.isBlank() ? "empty" : value,
                    "a value, a list [a, b], or a range {from = a, to = b, count = 8}",
                    "Maybe put the whole argument in single quotes: '" + key + "=[5 um, 10 um]'.");
        }
    }

    static String quoteBare(String value) {
        return BARE.matcher(value)
                .replaceAll(match -> match.group(1) == null
                        ? Matcher.quoteReplacement(match.group())
                        : "\"" + Matcher.quoteReplacement(match.group(1).strip()) + "\"");
    }
}
