package org.critscape.jobs.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.config.StudyFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What every command on a study takes. */
final class StudyOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(paramLabel = "CONF", description = "Study, a HOCON file; conf/reference.conf explains every key.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a key of the study. May be repeated; lists and ranges as in the file.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    /** The file as the user named it. */
    Path file() {
        return file;
    }

    /** Reads the study and prints what the user should know about it. */
    Study load() {
        Study study = StudyFile.load(file, overrides);
        study.warnings().forEach(warning -> command.commandLine().getErr().println("critscape: " + warning));
        return study;
    }

    /** Reads the study again with another value for a key, as if the user had set it. */
    Study loadWith(String key, String value) {
        overrides.put(key, value);
        return StudyFile.load(file, overrides);
    }

    /** The options that lead to the same study, for a command line. */
    String arguments() {
        return arguments(file, overrides);
    }

    /** The same of a file and its overrides. */
    static String arguments(Path file, Map<String, String> overrides) {
        StringBuilder text = new StringBuilder(quoted(file.toString()));
        overrides.forEach((key, value) -> text.append(" --set ").append(quoted(key + "=" + value)));
        return text.toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=:,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
