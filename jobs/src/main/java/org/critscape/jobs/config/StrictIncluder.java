package org.critscape.jobs.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseable;
import java.io.File;
import java.net.URL;

/**
 * Includes files beside the including one, and nothing else. The library's own includer takes a missing file for an
 * empty one, and would fetch from anywhere.
 */
final class StrictIncluder implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        ConfigParseable source = context.relativeTo(what);
        return source.parse(context.parseOptions().setAllowMissing(false));
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return what.isAbsolute()
                ? ConfigFactory.parseFile(what, context.parseOptions().setAllowMissing(false))
                        .root()
                : include(context, what.getPath());
    }

    @Override
    public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
        throw notAFile("url(" + what + ")");
    }

    @Override
    public ConfigObject includeResources(ConfigIncludeContext context, String what) {
        throw notAFile("classpath(" + what + ")");
    }

    private static ConfigurationException notAFile(String what) {
        return new ConfigurationException("include is " + what
                + " but must be a file. Maybe copy it beside the study and write include \"NAME\".");
    }
}
