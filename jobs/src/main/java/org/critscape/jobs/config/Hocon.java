package org.critscape.jobs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
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
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setAllowMissing(false)
                .setSyntax(ConfigSyntax.CONF)
                .setIncluder(new StrictIncluder());
        try {
            Config parsed = ConfigFactory.parseFile(file.toFile(), options);
            return overrides
                    .withFallback(parsed)
                    .resolve(ConfigResolveOptions.noSystem())
                    .root();
        } catch (ConfigException e) {
            throw explain(file.toString(), e);
        }
    }

    /** The library's message without its own prefix of place, and with advice. */
    static ConfigurationException explain(String file, ConfigException e) {
        String place = e.origin() == null ? file : Setting.place(e.origin());
        String message = withoutPlace(e);
        String ending = message.endsWith(".") ? "" : ".";
        return new ConfigurationException(place + ": " + message + ending + " " + advice(e));
    }

    private static String withoutPlace(ConfigException e) {
        String message = String.valueOf(e.getMessage());
        String prefix = e.origin() == null ? "" : e.origin().description() + ": ";
        return message.startsWith(prefix) ? message.substring(prefix.length()) : message;
    }

    private static String advice(ConfigException e) {
        if (e instanceof ConfigException.UnresolvedSubstitution) {
            return "Maybe the name is misspelt: substitutions see the keys of this file, never the environment.";
        }
        if (e instanceof ConfigException.IO) {
            return "Maybe an included file is missing: include is relative to the file that includes.";
        }
        return "Maybe a value needs quotes, as \"15 ohm.cm^2\" does for its ^.";
    }
}
