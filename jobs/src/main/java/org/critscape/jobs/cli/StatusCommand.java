package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.store.StudyFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code critscape status}: how far a sweep has come, from its output alone. Starts no engine. */
@Command(
        name = "status",
        description = "Say how far a sweep has come, while it runs or after, by reading its output.",
        footer = {
            "",
            "Examples:",
            "  critscape status out/paper",
            "  critscape status s3a://bucket/paper --json",
            "  critscape status out/quickstart --print         one line per case",
            "  critscape status out/quickstart --csv > cases.csv",
            "",
            "The exit code is 0 whatever the state is, 1 where --verify finds a changed file, 2 where the folder holds no",
            "results."
        })
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "OUT", description = "Folder of the results, a path or a URL.")
    private String out;

    @ArgGroup
    private @Nullable Form form;

    @Mixin
    @SuppressWarnings("UnusedVariable") // Read by picocli itself.
    private CommonOptions common;

    /** What is printed instead of the state; one of them. */
    static final class Form {
        @Option(names = "--json", description = "Print the state as one JSON object.")
        private boolean json;

        @Option(
                names = "--print",
                description = "Print the cases, at most " + CaseListing.MOST_LINES
                        + ": inputs that differ, enhancement, critical current, status.")
        private boolean print;

        @Option(names = "--csv", description = "Print all cases as CSV, the columns of jobs/docs/table-spec.md.")
        private boolean csv;

        @Option(names = "--verify", description = "Read all files and compare their checksums with manifest.json.")
        private boolean verify;
    }

    @Override
    public Integer call() {
        PrintWriter printer = command.commandLine().getOut();
        Form what = form == null ? new Form() : form;
        StudyFolder folder = StudyStatus.folder(out);
        try {
            Manifest manifest = folder.manifest().orElse(null);
            if (what.verify && manifest != null) {
                // Before anything looks into files that may be torn.
                return verify(folder, manifest, printer);
            }
            StudyStatus status = StudyStatus.read(folder, out);
            StatusReport report = new StatusReport(status, folder, out);
            if (what.json) {
                printer.println(report.json());
            } else if (what.print) {
                CaseListing.print(folder, status.chunks(), printer, CaseListing.MOST_LINES);
            } else if (what.csv) {
                CaseListing.csv(folder, status.chunks(), printer);
            } else {
                report.lines().forEach(printer::println);
            }
        } catch (IOException failure) {
            throw new StoppedException(
                    "The results in " + out + " cannot be read: " + Reason.of(failure)
                            + ". Maybe the folder was changed by hand, or the connection was lost.",
                    failure);
        }
        return Messages.DONE;
    }

    private static int verify(StudyFolder folder, Manifest manifest, PrintWriter printer) throws IOException {
        List<String> changed = folder.changedSince(manifest);
        changed.forEach(name -> printer.println(folder.table("cases/" + name) + " is not the file that was written"));
        int files = manifest.files().size();
        printer.println(files - changed.size() + " of " + files + " files with a checksum are as they were written");
        return changed.isEmpty() ? Messages.DONE : Messages.STOPPED;
    }
}
