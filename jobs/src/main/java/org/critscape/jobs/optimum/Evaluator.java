package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.jobs.table.CaseRecord;
import org.critscape.jobs.table.CaseTable;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Solves single surfaces as the study would, and asks the predicates.
 *
 * @param solver of the study's own method
 * @param objective what counts
 * @param conditions what a surface must meet
 * @param exclusion why the study leaves a surface out; empty where it does not
 */
record Evaluator(
        CaseSolver solver,
        Objective objective,
        Conditions conditions,
        Function<DesignPoint, Optional<String>> exclusion) {
    Evaluator with(CaseSolver other) {
        return new Evaluator(other, objective, conditions, exclusion);
    }

    Evaluation evaluate(DesignPoint point) {
        Optional<String> excluded = exclusion.apply(point);
        if (excluded.isPresent()) {
            return Evaluation.none(point, excluded.get());
        }
        DesignCase designCase;
        try {
            designCase = point.toCase();
        } catch (InvalidInputException refusal) {
            return Evaluation.none(point, String.valueOf(refusal.getMessage()));
        }
        CaseSolver.Answer answer = solver.answer(designCase);
        CaseOutcome outcome = answer.outcome();
        Row row = CaseTable.TABLE.row(new CaseRecord(0, point, designCase, outcome, answer.method()));
        Double value = row.getAs(objective.column());
        Double error = row.getAs("critical_current_error");
        String remark = outcome instanceof CaseOutcome.Failed failed
                ? failed.message()
                : value == null ? "no lithium is solved" : conditions.hold(row) ? "" : "a predicate does not hold";
        return new Evaluation(
                point,
                row,
                value == null ? Double.NaN : value,
                error == null ? Double.NaN : error,
                remark.isEmpty(),
                remark);
    }

    /** Several at a time, on all cores; in their order. */
    List<Evaluation> evaluate(List<DesignPoint> points) {
        int threads = Math.min(points.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads), task -> {
            Thread thread = new Thread(task, "optimum");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Evaluation>> running = points.stream()
                    .map(point -> pool.submit(() -> evaluate(point)))
                    .toList();
            List<Evaluation> done = new ArrayList<>();
            for (Future<Evaluation> one : running) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", over);
        } finally {
            pool.shutdownNow();
        }
    }
}
