package org.critscape.jobs.report.paper;

import java.util.List;

/**
 * What became of a check.
 *
 * @param decisive the claim that decides it, and by what margin
 * @param figures the numbers behind it
 * @param missing what was not solved, "egg-box H25S50 with kinetics: why"; empty where all was
 */
public record Finding(Claim decisive, List<Datum> figures, List<String> missing) {
    /**
     * A number behind a verdict.
     *
     * @param name what it is and of which surface
     * @param estimate the number and its error
     * @param unit of both
     */
    public record Datum(String name, Estimate estimate, String unit) {}

    /** Copies the lists. */
    public Finding {
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
    }

    /** The verdict. */
    public Verdict verdict() {
        return decisive.verdict();
    }
}
