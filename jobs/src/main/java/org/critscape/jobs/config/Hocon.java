package org.critscape.jobs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Parses and resolves HOCON without the library's silent sources: no environment, no system properties. */
final class Hocon {
    /** What the library says where a brace or a bracket is not closed, among other things. */
    private static final Pattern MISSING_CLOSE =
            Pattern.compile("expecting a close parentheses '\\)' here|List should have ");

    /** No key has a tenth of these parts; whoever reads a tree goes down it by recursion. */
    private static final int DEEPEST = 100;

    private Hocon() {}

    /**
     * The file with its includes and substitutions.
     *
     * @param overrides values that substitutions see in place of the file's
     * @throws ConfigurationException where the file is missing, or not HOCON
     */
    static ConfigObject read(Path file, Config overrides) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw ConfigurationException.refused(
                    file.toString(),
                    "this path",
                    Files.isDirectory(file) ? "a folder" : "no file that can be read",
                    "a configuration file",
                    "Maybe conf/quickstart.conf.");
        }
        return resolved(file, () -> StrictIncluder.parse(file), overrides);
    }

    /** The same from a text that the program brings along, under the name that messages give it. */
    static ConfigObject read(Path name, String text, Config overrides) {
        ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(name.toString());
        return resolved(name, () -> ConfigFactory.parseString(text, options), overrides);
    }

    private static ConfigObject resolved(Path file, Supplier<Config> content, Config overrides) {
        try {
            ConfigObject root = overrides
                    .withFallback(content.get())
                    .resolve(ConfigResolveOptions.noSystem())
                    .root();
            if (isDeeperThan(DEEPEST, root)) {
                throw tooDeep(file);
            }
            return root;
        } catch (StackOverflowError e) {
            // The library descends by recursion.
            throw tooDeep(file);
        } catch (ConfigException e) {
            throw explain(file.toString(), e);
        }
    }

    private static boolean isDeeperThan(int levels, ConfigObject root) {
        List<ConfigValue> level = List.of(root);
        for (int depth = 0; depth < levels && !level.isEmpty(); depth++) {
            level = level.stream()
                    .flatMap(value -> value instanceof ConfigObject object
                            ? object.values().stream()
                            : value instanceof ConfigList list ? list.stream() : Stream.empty())
                    .toList();
        }
        return !level.isEmpty();
    }

    private static ConfigurationException tooDeep(Path file) {
        return ConfigurationException.refused(
                file.toString(),
                "the file",
                "nested too deeply",
                "braces and brackets within at most " + DEEPEST + " others",
                "Maybe a brace is not closed, or the file is no configuration.");
    }

    /** The library's message without its own prefix of place, and with advice. */
    private static ConfigurationException explain(String file, ConfigException e) {
        Optional<ConfigurationException> open = unclosed(e);
        if (open.isPresent()) {
            return open.get();
        }
        String place = e.origin() == null ? file : Setting.place(e.origin());
        String message = withoutPlace(e);
        String ending = message.endsWith(".") ? "" : ".";
        return new ConfigurationException(place + ": " + message + ending + " " + advice(e));
    }

    /** The library names the line where it noticed, often the last; what matters is where the bracket opens. */
    private static Optional<ConfigurationException> unclosed(ConfigException e) {
        String named = e.origin() == null ? null : e.origin().filename();
        if (named == null
                || !MISSING_CLOSE.matcher(String.valueOf(e.getMessage())).find()) {
            return Optional.empty();
        }
        return OpenBrackets.of(Path.of(named))
                .map(open -> new ConfigurationException(named + ":" + open.line() + ": the " + open.name()
                        + " that opens here is not closed. Maybe add "
                        + (open.name().endsWith("{") ? "}" : "]")
                        + " where its " + (open.name().endsWith("{") ? "group" : "list") + " ends."));
    }

    private static String withoutPlace(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        String prefix = e.origin() == null ? "" : e.origin().description() + ": ";
        // The library's own advice repeats the problem and speaks of another kind of file.
        return message.substring(message.startsWith(prefix) ? prefix.length() : 0)
                .replaceAll("(?s) \\(if you intended.*", "");
    }

    private static String advice(ConfigException e) {
        if (e instanceof ConfigException.UnresolvedSubstitution) {
            return "Maybe the name is misspelt: substitutions see the keys of this file, never the environment.";
        }
        if (e instanceof ConfigException.IO) {
            return "Maybe its permissions forbid reading.";
        }
        String message = String.valueOf(e.getMessage());
        if (!message.contains("Reserved character") && message.matches("(?is).*(close|end of|open).*")) {
            return "Maybe a brace, a bracket or a quote is not closed.";
        }
        return "Maybe a value needs quotes, as \"15 ohm.cm^2\" does for its ^.";
    }
}
