package org.critscape.jobs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import java.nio.file.Files;
import java.nio.file.Path;

/** Parses and resolves HOCON without the library's silent sources: no environment, no system properties. */
final class Hocon {
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
        try {
            return overrides
                    .withFallback(StrictIncluder.parse(file))
                    .resolve(ConfigResolveOptions.noSystem())
                    .root();
        } catch (ConfigException e) {
            throw explain(file.toString(), e);
        }
    }

    /** The library's message without its own prefix of place, and with advice. */
    private static ConfigurationException explain(String file, ConfigException e) {
        String place = e.origin() == null ? file : Setting.place(e.origin());
        String message = withoutPlace(e);
        String ending = message.endsWith(".") ? "" : ".";
        return new ConfigurationException(place + ": " + message + ending + " " + advice(e));
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
