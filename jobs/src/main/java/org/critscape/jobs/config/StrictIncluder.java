package org.critscape.jobs.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.File;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Includes files, relative to the including one, and nothing else. The library's own includer takes a missing file for
 * an empty one, searches the classpath too, and would fetch from anywhere.
 */
final class StrictIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    /** From the study to the file that includes. */
    private final List<Path> chain;

    private final Path including;

    private StrictIncluder(List<Path> chain) {
        this.chain = chain;
        this.including = chain.get(chain.size() - 1);
    }

    /** The unresolved content of an existing file. */
    static Config parse(Path file) {
        return parse(List.of(file.normalize()));
    }

    private static Config parse(List<Path> chain) {
        return ConfigFactory.parseFile(
                chain.get(chain.size() - 1).toFile(),
                ConfigParseOptions.defaults()
                        .setAllowMissing(false)
                        .setSyntax(ConfigSyntax.CONF)
                        .setIncluder(new StrictIncluder(chain)));
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        Path file = including.resolveSibling(what).normalize();
        if (!Files.isRegularFile(file)) {
            throw refused(
                    "\"" + what + "\"",
                    "a file that exists, relative to the including one",
                    "Maybe its name is misspelt.");
        }
        if (chain.contains(file)) {
            throw refused(
                    "\"" + what + "\"",
                    "a file that does not lead back here",
                    "Maybe move the common part to a third.");
        }
        return parse(Stream.concat(chain.stream(), Stream.of(file)).toList()).root();
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return include(context, what.getPath());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        throw refused("url(" + what + ")", "a file", "Maybe copy it beside the study.");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        throw refused("classpath(" + what + ")", "a file", "Maybe copy it beside the study.");
    }

    private ConfigurationException refused(String what, String allowed, String advice) {
        return ConfigurationException.refused(including.toString(), "include", what, allowed, advice);
    }
}
