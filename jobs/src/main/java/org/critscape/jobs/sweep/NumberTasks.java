package org.critscape.jobs.sweep;

import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkDriverExecutionException;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterator;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs tasks that make numbers of numbers. Spark repeats a task that throws: right for a lost machine, useless for a bug;
 * hence a bug comes back as an answer and ends the job at once.
 */
public final class NumberTasks {
    private NumberTasks() {}

    /**
     * Runs one task for each request.
     *
     * @param task throws a runtime exception where there is a bug, a checked one where the machine failed it
     * @return the answers in the order of their requests
     * @throws IllegalStateException where a task met a bug, with its message
     */
    public static List<double[]> run(
            JavaSparkContext spark, List<double[]> requests, Function<double[], double[]> task) {
        double[][] answers = new double[requests.size()][];
        try {
            spark.sc()
                    .runJob(
                            spark.parallelize(requests, requests.size()).rdd(),
                            new Guarded(task),
                            new Answers(answers),
                            ClassTag$.MODULE$.apply(Answer.class));
        } catch (Exception failure) { // Scala throws checked exceptions that Java does not see.
            if (failure instanceof SparkDriverExecutionException
                    && failure.getCause() instanceof IllegalStateException bug) {
                throw bug;
            }
            throw failure;
        }
        return Arrays.asList(answers);
    }

    /** Numbers, or the bug that was met instead. A class, not a record: Kryo's field serializer cannot fill a record. */
    static final class Answer implements Serializable {
        private static final long serialVersionUID = 1L;

        private final double[] numbers;
        private final @Nullable String bug;
        private final @Nullable String trace;

        private Answer(double[] numbers, @Nullable Throwable bug) {
            this.numbers = numbers;
            this.bug = bug == null ? null : String.valueOf(bug.getMessage());
            this.trace = bug == null ? null : trace(bug);
        }

        private static String trace(Throwable bug) {
            StringWriter trace = new StringWriter();
            bug.printStackTrace(new PrintWriter(trace));
            return trace.toString();
        }

        double[] numbers() {
            if (bug != null) {
                throw new IllegalStateException(
                        bug, new IllegalStateException("as the machine that solved it told:\n" + trace));
            }
            return numbers;
        }
    }

    /** A task that hands its bugs over. */
    private static final class Guarded extends AbstractFunction2<TaskContext, Iterator<double[]>, Answer>
            implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Function<double[], double[]> task;

        Guarded(Function<double[], double[]> task) {
            this.task = task;
        }

        @Override
        public Answer apply(TaskContext context, Iterator<double[]> requests) {
            try {
                return new Answer(task.call(requests.next()), null);
            } catch (TaskKilledException told) {
                throw told;
            } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError bug) {
                return new Answer(new double[0], bug);
            } catch (Exception ofTheMachine) {
                throw new TaskFailedException(ofTheMachine);
            }
        }
    }

    /** Something that a second try may not meet. */
    private static final class TaskFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TaskFailedException(Exception cause) {
            super(cause.getMessage(), cause);
        }
    }

    /** Takes the answers; what it throws ends the job. */
    private static final class Answers extends AbstractFunction2<Object, Answer, BoxedUnit> {
        private final double[][] answers;

        Answers(double[][] answers) {
            this.answers = answers;
        }

        @Override
        public BoxedUnit apply(Object task, Answer answer) {
            answers[(Integer) task] = answer.numbers();
            return BoxedUnit.UNIT;
        }
    }
}
