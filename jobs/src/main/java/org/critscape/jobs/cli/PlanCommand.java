package org.critscape.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.config.Study;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.store.Reason;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseStatus;
import org.critscape.solver.quantity.Require;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code critscape plan}: what a sweep would do and cost. Starts no engine. */
@Command(
        name = "plan",
        description = {
            "Check a study, count its cases, and estimate what a sweep of it takes.",
            "A few sample cases are solved on one core for that, chosen across cheap and dear ones."
        },
        footer = {
            "",
            "Examples:",
            "  critscape plan conf/sobol.conf",
            "  critscape plan conf/paper.conf --samples 0       solve nothing",
            "  critscape plan conf/sobol.conf --samples 8 --json > plan.json",
            "",
            "Exit code 2 where every case would be rejected."
        })
final class PlanCommand implements Callable<Integer> {
    private static final int MOST_SAMPLES = 1000;

    private final CaseSolver solver;

    @Spec
    private CommandSpec command;

    @Mixin
    private StudyOptions options;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "Cases to solve for the estimate of time: 3 by default, 0 for none.")
    private int samples = 3;

    @Option(names = "--json", description = "Print one JSON object; amounts are in SI.")
    private boolean json;

    PlanCommand(CaseSolver solver) {
        this.solver = solver;
    }

    @Override
    public Integer call() {
        Require.within("--samples", samples, 0, MOST_SAMPLES, "", "Maybe 8.");
        Study study = options.load();
        DesignSpace space = study.space();
        Survey survey = Survey.of(space, Survey.USUAL);
        StudyPlan plan = StudyPlan.of(space, survey, trials(study, survey));
        PlanReport report = new PlanReport(study, plan);
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            report.print(out);
            if (study.atlas().isPresent()) {
                atlas(study, study.atlas().get(), out);
            }
        }
        if (plan.isHopeless()) {
            command.commandLine()
                    .getErr()
                    .println("critscape: " + options.file() + ": every case " + (survey.isWhole() ? "" : "looked at ")
                            + "would be rejected, the first of them " + survey.firstObjection());
            return Messages.BAD_INPUT;
        }
        return Messages.DONE;
    }

    private static void atlas(Study study, AtlasSettings settings, PrintWriter out) {
        try {
            AtlasStage.plan(study, settings, out);
        } catch (IOException failure) {
            throw new StoppedException(
                    "The atlas cannot be read in " + settings.folder() + ": " + Reason.of(failure)
                            + ". Maybe the folder was changed by hand.",
                    failure);
        }
    }

    private List<StudyPlan.Trial> trials(Study study, Survey survey) {
        List<Long> chosen = samples == 0 ? List.of() : survey.samples(samples);
        List<StudyPlan.Trial> trials = new ArrayList<>();
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        if (!chosen.isEmpty()) {
            command.commandLine().getErr().println("critscape: solving " + Display.cases(chosen.size()) + " to try it");
            // The first case of a process also loads and compiles the solver, which is no part of a sweep.
            SolveCommand.solve(study, chosen.get(0), solver);
        }
        for (long index : chosen) {
            // Not wall time, which grows with whatever else the machine does.
            long start = processor.getCurrentThreadCpuTime();
            CaseRecord record = SolveCommand.solve(study, index, solver);
            double seconds = (processor.getCurrentThreadCpuTime() - start) / 1e9;
            trials.add(StudyPlan.trial(
                    study.space(),
                    index,
                    seconds,
                    CaseStatus.of(record.outcome()).word()));
        }
        return trials;
    }
}
