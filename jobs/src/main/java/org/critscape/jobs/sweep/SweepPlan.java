package org.critscape.jobs.sweep;

import org.critscape.solver.quantity.Require;

/**
 * How a design space is cut: into tasks to solve it, and into files to store it.
 *
 * <p>Tasks are runs of neighbouring cases, many per core, because neighbours cost alike and the last tasks should not
 * leave cores idle; their number depends on the machine. Files do not: the same study gives the same files anywhere.
 *
 * @param cases number of cases
 * @param tasks number of tasks
 * @param casesPerFile number of cases in one file of a table
 */
public record SweepPlan(long cases, int tasks, long casesPerFile) {
    /** Cases in one file of a table; about 12 MB. */
    private static final long CASES_PER_FILE = 100_000;

    private static final int TASKS_PER_CORE = 64;
    private static final long CASES_PER_TASK = 1000;
    /** What the driver schedules without trouble. */
    private static final long MOST_TASKS = 20_000;

    private static final double MOST_CASES = 1e9;

    /** Checks that there is something to do. */
    public SweepPlan {
        checkCases(cases);
        Require.within("number of tasks", tasks, 1, (double) cases, "", "Maybe use one task per case at most.");
    }

    /** Refuses a number of cases that no sweep takes. */
    public static void checkCases(long cases) {
        Require.within("number of cases", (double) cases, 1, MOST_CASES, "", "Maybe split the study.");
    }

    /** The plan for an engine with so many cores. */
    public static SweepPlan of(long cases, int cores) {
        long balanced = Math.max((long) cores * TASKS_PER_CORE, ceilDiv(cases, CASES_PER_TASK));
        return withTasks(cases, (int) Math.min(Math.min(balanced, MOST_TASKS), cases));
    }

    /** The plan with a given number of tasks. */
    static SweepPlan withTasks(long cases, int tasks) {
        return new SweepPlan(cases, tasks, CASES_PER_FILE);
    }

    /** Number of files of a table. */
    int files() {
        return (int) ceilDiv(cases, casesPerFile);
    }

    private static long ceilDiv(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
