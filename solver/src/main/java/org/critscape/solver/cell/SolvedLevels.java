package org.critscape.solver.cell;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.critscape.solver.cell.ContourFields.Stopped;
import org.critscape.solver.similarity.DimensionlessGroups;
import org.critscape.solver.topography.Topography;
import org.jspecify.annotations.Nullable;

/**
 * What was solved for the latest groups, mesh by mesh, so that cases that differ in nothing else share it. How many meshes
 * a case needs is its own affair; what is solved on one depends on nothing but the groups and the meshes before. A shared
 * row is therefore bit for bit the row of a case that is solved alone.
 */
final class SolvedLevels {
    private static final int KEPT = 4;

    /** All that fields depend on; how finely they are resolved is not among it. */
    private record Problem(
            Topography topography,
            DimensionlessGroups groups,
            int currentOrder,
            int creepOrder,
            double regularisation,
            double newtonTolerance,
            int newtonIterations) {
        static Problem of(CellSolver.Accepted accepted) {
            SolverSettings settings = accepted.input().settings();
            return new Problem(
                    accepted.input().topography(),
                    accepted.groups(),
                    settings.currentOrder(),
                    settings.creepOrder(),
                    settings.regularisation(),
                    settings.newtonTolerance(),
                    settings.newtonIterations());
        }
    }

    private final Map<Problem, Levels> latest = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Problem, Levels> eldest) {
            return size() > KEPT;
        }
    };

    /** What the case in hand shares; null where it shares nothing by its nature, or has not asked. */
    private @Nullable Levels current;

    /** Another case. */
    void begin() {
        current = null;
    }

    /** Whether the latest case found solutions and needed no others. */
    boolean isShared() {
        return current != null && current.found > 0 && current.solves == 0;
    }

    /** What is solved for the groups of a case. */
    Levels of(CellSolver.Accepted accepted) {
        Levels levels = latest.computeIfAbsent(Problem.of(accepted), problem -> new Levels());
        levels.found = 0;
        levels.solves = 0;
        current = levels;
        return levels;
    }

    /** What is solved for one problem, by what names it within that problem. */
    static class Levels {
        private final Map<Object, Object> solved = new HashMap<>();

        /** Of the latest case. */
        private int found;

        private int solves;

        /** A solve, which may end without a solution; then the next case tries anew. */
        interface Solve<T> {
            T run() throws Stopped;
        }

        /**
         * The solution of a name; solved where it is not there.
         *
         * @param name a record whose class stands for one type of solution
         */
        @SuppressWarnings("unchecked") // The class of the name decides the type.
        <T> T once(Object name, Solve<T> solve) throws Stopped {
            Object there = solved.get(name);
            if (there == null) {
                solves++;
                there = solve.run();
                solved.put(name, there);
            } else {
                found++;
            }
            return (T) there;
        }
    }
}
