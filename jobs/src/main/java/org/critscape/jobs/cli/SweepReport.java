package org.critscape.jobs.cli;

import java.io.PrintWriter;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseBugException;
import org.critscape.jobs.sweep.CaseMemoryException;
import org.critscape.jobs.sweep.FailureProfile;
import org.critscape.jobs.sweep.OpenStudy;
import org.critscape.jobs.sweep.SweepResult;

/**
 * What a sweep says of itself, at its start and at its end.
 *
 * @param study what was solved
 * @param folder of its results
 * @param result what the sweep did
 * @param arguments of a command line that lead to the same study
 */
record SweepReport(Study study, StudyFolder folder, SweepResult result, String arguments) {
    /** Says what is about to be done, and what was found torn. */
    static void open(String opening, OpenStudy open, PrintWriter err) {
        err.println("critscape: " + opening);
        if (open.torn() > 0) {
            err.println("critscape: " + open.torn() + (open.torn() == 1 ? " file is" : " files are")
                    + " torn, perhaps by a loss of power, and made again");
        }
    }

    /** What is about to be done. */
    static String opening(Study study, OpenStudy open, String engine) {
        long cases = study.space().size();
        String what = Display.cases(cases) + " of " + study.name();
        if (open.done() == cases) {
            return "all " + what + " are there already, starting Spark to sum up";
        }
        String start = "on " + engine + ", starting Spark";
        if (open.casesBefore() > 0 && open.casesBefore() < cases) {
            return what + ", extended from " + open.casesBefore() + ", " + open.done() + " are there; " + start;
        }
        return open.done() == 0 ? what + " " + start : what + ", " + open.done() + " of them are there; " + start;
    }

    /**
     * Says how the sweep ended where that is not obvious, and gives the exit code.
     *
     * @throws StoppedException where a bug or a lost engine ended it
     */
    int end(SparkSession spark, PrintWriter err) {
        long cases = study.space().size();
        String kept = result.tally().cases() + " of " + Display.cases(cases) + " are kept";
        switch (result.end()) {
            case TIME -> {
                err.println("critscape: the time is up, " + kept + ". The same command goes on from there.");
                return Messages.NOT_ALL;
            }
            case FAILURE_LIMIT -> {
                err.println("critscape: stopped, since more than " + Display.number(100 * study.failureLimit())
                        + " % of the cases are not solved; " + kept
                        + ". Maybe mend the study, or raise sweep.failure-limit and run again.");
                // Where every failure is in a chunk that is not committed there is no table to look at.
                List<FailureProfile.Trait> traits =
                        result.tally().cases() == 0 ? List.of() : FailureProfile.read(spark, folder.table("cases"));
                traits.forEach(trait -> err.println("  they have "
                        + trait.column() + " "
                        + (trait.words().isEmpty()
                                ? Display.amount(trait.low(), trait.unit()) + " to "
                                        + Display.amount(trait.high(), trait.unit())
                                : String.join(" or ", trait.words()))
                        + ", the others more"));
                return Messages.NO_RESULT;
            }
            case BUG, LOST -> throw explained(kept);
            default -> {
                return Messages.DONE;
            }
        }
    }

    private StoppedException explained(String kept) {
        Exception fault = result.fault();
        if (fault instanceof CaseMemoryException memory) {
            return new StoppedException(
                    "The sweep ran out of memory in case " + memory.index() + "; " + kept
                            + ". Maybe give it more with CRITSCAPE_JAVA_OPTS=-Xmx8g, or use fewer cores with --master.",
                    memory);
        }
        if (fault instanceof CaseBugException bug) {
            return new StoppedException(
                    "The sweep stopped, " + kept + ": " + Messages.firstLine(bug.getMessage())
                            + ". Maybe replay it and report what is printed: critscape solve " + arguments
                            + " --case " + bug.index() + " --stacktrace",
                    bug);
        }
        Throwable root = fault == null ? new IllegalStateException("no reason given") : fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StoppedException(
                "The sweep was stopped, " + kept + ": " + Reason.of(root)
                        + ". Maybe the engine was lost or ran out of memory or disk; the same command goes on from"
                        + " there, --stacktrace shows more.",
                root);
    }
}
