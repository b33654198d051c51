package org.critscape.jobs.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark runs for a command that works on any engine. */
final class EngineOption {
    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Spark engine: local[*] for all cores of this machine (default), local[2], spark://host:7077.")
    private @Nullable String master;

    EngineAddress address() {
        return EngineAddress.of(master);
    }
}
