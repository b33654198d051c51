package org.critscape.jobs.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.space.Axis;
import org.critscape.jobs.space.Block;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.table.CaseTable;

/**
 * What the engine adds to the solves, and what a second core takes away: the same egg-boxes in a plain loop that makes
 * rows and writes none, in plain loops on two threads (which is what the machine itself can give), and swept into files
 * on one and two cores. All in one run, in turn, so that ratios do not hang on the machine's mood.
 *
 * <pre>mvn -q -pl jobs -am -Psweep-benchmark process-test-classes -Drounds=3</pre>
 */
public final class SweepBenchmark {
    private static final int CASES = 120;
    private static final DesignSpace SPACE = new DesignSpace(List.of(new Block(List.of(
            Axis.words(Parameter.SHAPE, List.of("egg-box")),
            Axis.linear(Parameter.PEAK_HEIGHT, new BigDecimal("5e-6"), new BigDecimal("75e-6"), CASES),
            Axis.list(Parameter.PEAK_SEPARATION, 150e-6)))));
    private static final CaseRunner RUNNER = new CaseRunner(SPACE, CaseSolver.embedded());

    private SweepBenchmark() {}

    /** Runs the rounds, their number being the first argument. */
    public static void main(String... arguments) throws Exception {
        int rounds = arguments.length == 0 || arguments[0].isBlank() ? 3 : Integer.parseInt(arguments[0]);
        loop(1, CASES / 4);
        double[][] seconds = new double[rounds][];
        for (int r = 0; r < rounds; r++) {
            seconds[r] = new double[] {loop(1, CASES), sweep(1), loop(2, CASES), sweep(2)};
            System.out.printf(
                    Locale.ROOT,
                    "round %d of %d cases: loop %.1f s, one core %.1f s, two loops %.1f s, two cores %.1f s%n",
                    r + 1,
                    CASES,
                    seconds[r][0],
                    seconds[r][1],
                    seconds[r][2],
                    seconds[r][3]);
        }
        System.out.printf(
                Locale.ROOT,
                "medians: sweep on one core / loop %.3f, on two / two loops %.3f; one core / two cores %.2f, of loops %.2f%n",
                median(seconds, 1, 0),
                median(seconds, 3, 2),
                median(seconds, 1, 3),
                median(seconds, 0, 2));
    }

    private static double median(double[][] seconds, int above, int below) {
        double[] ratios = Arrays.stream(seconds)
                .mapToDouble(s -> s[above] / s[below])
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }

    private static double loop(int threads, int cases) throws InterruptedException, ExecutionException {
        AtomicLong next = new AtomicLong();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long start = System.nanoTime();
        List<? extends Future<?>> loops = IntStream.range(0, threads)
                .mapToObj(thread -> pool.submit(() -> {
                    for (long index = next.getAndIncrement(); index < cases; index = next.getAndIncrement()) {
                        CaseTable.TABLE.row(RUNNER.run(index));
                    }
                }))
                .toList();
        for (Future<?> loop : loops) {
            loop.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        pool.shutdown();
        return seconds;
    }

    private static double sweep(int cores) throws IOException {
        Path folder = Files.createTempDirectory("sweep-benchmark");
        try (SparkSession spark = SparkEngine.start("benchmark", "local[" + cores + "]", false)) {
            StudyFolder results = StudyFolder.of(folder.resolve("out").toString(), SparkEngine.fileSystems());
            try (OpenStudy open = OpenStudy.take(results, StudyIdentity.of("benchmark", SPACE))) {
                SweepOptions options = new SweepOptions("benchmark", new FailureLimit(1), Optional.empty());
                SweepResult result = new Sweep(open, RUNNER, options, new Silence()).run(spark);
                if (result.tally().cases() != CASES) {
                    throw new IllegalStateException("the sweep ended early: " + result);
                }
                return result.wallSeconds();
            }
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            paths.sorted((a, b) -> b.compareTo(a)).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static final class Silence implements Progress {
        @Override
        public void advance(long done, long failed) {}

        @Override
        public void close() {}
    }
}
