package org.critscape.jobs.cli;

import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Spark runs for a command whose files are on this machine. */
final class LocalEngineOption {
    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark engine on this machine: local[*] for all cores (default), local[2].")
    private @Nullable String master;

    /** Throws {@link InvalidInputException} where the engine is elsewhere. */
    EngineAddress address() {
        EngineAddress engine = EngineAddress.of(master);
        if (!engine.url().startsWith("local")) {
            throw new InvalidInputException(
                    "--master",
                    engine.url(),
                    "an engine on this machine, where the data set is",
                    "Maybe leave it out to use all cores of this machine.");
        }
        return engine;
    }
}
