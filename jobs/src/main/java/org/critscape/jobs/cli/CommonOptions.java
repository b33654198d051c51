package org.critscape.jobs.cli;

import picocli.CommandLine.Option;

/** What every command takes. */
@SuppressWarnings("UnusedVariable") // Picocli reads the one, and Messages looks for the other, by their names.
final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--stacktrace", description = "On failure, also print where in the program it happened.")
    private boolean stacktrace;
}
