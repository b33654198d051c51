package org.critscape.solver.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.critscape.solver.creep.CreepFlow;
import org.critscape.solver.creep.CreepSolver;
import org.critscape.solver.creep.FlowField;
import org.critscape.solver.current.CurrentDistribution;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.MeshPlan;
import org.critscape.solver.topography.EggBox;
import org.critscape.solver.topography.EggBox.Form;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;

/**
 * Time, error and cost of current and creep solves on one core of a warm JVM, side by side with other programs' times.
 *
 * <p>Errors are those of max k and of Π at the tip against a solve on meshes finer by four. Creep is solved on the levels
 * of a case: from rest on the first, then each from the one before; times add up. The last column is the time of the
 * fastest peer with an error not above ours, or with the least error of all, by ours. Peers stand in a CSV file: name,
 * quantity (current or creep), form, H/S, λ, n, value (max k or tip Π), seconds.
 *
 * <p>Run with {@code mvn -q -pl solver -Pbenchmark test-compile exec:exec@accuracy -Dpeers=FILE}; without peers leave the
 * option out.
 */
public final class AccuracyBenchmark {
    private static final int LEVELS = 3;
    private static final double NANOSECONDS = 1e-9;

    private record Peer(
            String name,
            String quantity,
            String form,
            double height,
            double wagner,
            double exponent,
            double value,
            double seconds) {
        static Peer parse(String line) {
            String[] words = line.split(",", -1);
            double[] numbers = new double[words.length];
            for (int i = 3; i < words.length; i++) {
                numbers[i] = Double.parseDouble(words[i].trim());
            }
            return new Peer(
                    words[0].trim(),
                    words[1].trim(),
                    words[2].trim(),
                    numbers[3],
                    numbers[4],
                    numbers[5],
                    numbers[6],
                    numbers[7]);
        }
    }

    private record Timed<T>(T value, double seconds) {
        /** The shortest of several runs, the first ones to warm up. */
        static <T> Timed<T> best(int runs, Callable<T> work) throws Exception {
            T value = work.call();
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < runs; i++) {
                long start = System.nanoTime();
                value = work.call();
                best = Math.min(best, (System.nanoTime() - start) * NANOSECONDS);
            }
            return new Timed<>(value, best);
        }
    }

    private final List<Peer> peers;

    private AccuracyBenchmark(List<Peer> peers) {
        this.peers = peers;
    }

    /** Prints a Markdown table; the argument is the file of peers, if any. */
    public static void main(String[] arguments) throws Exception {
        List<Peer> peers = arguments.length == 0 || arguments[0].isBlank() ? List.of() : read(Path.of(arguments[0]));
        AccuracyBenchmark benchmark = new AccuracyBenchmark(peers);
        System.out.println(
                "| form | H/S | λ | n | solve | unknowns | error | time | peers (error, time) | peer by ours |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Form form : Form.values()) {
            for (double height : new double[] {1 / 6.0, 0.5}) {
                for (double wagner : new double[] {0.02, 0.2, 2, 10}) {
                    benchmark.current(form, height, wagner);
                }
            }
        }
        benchmark.creep(Form.PRODUCT, 1 / 6.0, 2, 6.6);
        benchmark.creep(Form.PRODUCT, 0.5, 2, 6.6);
        benchmark.creep(Form.SUM, 1 / 6.0, 0.2, 6.6);
        benchmark.creep(Form.PRODUCT, 1 / 6.0, 2, 1);
    }

    private static List<Peer> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Peer::parse)
                .toList();
    }

    private static FundamentalCell cell(Form form, double height) {
        return new EggBox(form, height, 1, Polarity.LITHIUM).fundamentalCell();
    }

    private static CurrentDistribution solveCurrent(FundamentalCell cell, double wagner, int level) throws Exception {
        return new CurrentSolver(
                        MeshPlan.potential().refined(level).above(cell), SolverSettings.DEFAULT.currentOrder(), wagner)
                .solve();
    }

    private void current(Form form, double height, double wagner) throws Exception {
        FundamentalCell cell = cell(form, height);
        double exact = solveCurrent(cell, wagner, 4).largestRatio();
        Timed<CurrentDistribution> run = Timed.best(100, () -> solveCurrent(cell, wagner, 0));
        double error = Math.abs(run.value().largestRatio() / exact - 1);
        print(form, height, wagner, 0, "current", "current", run.value().unknowns(), error, run.seconds(), exact);
    }

    private void creep(Form form, double height, double wagner, double exponent) throws Exception {
        FundamentalCell cell = cell(form, height);
        InterfaceField ratio = solveCurrent(cell, wagner, 2).ratio();
        CreepFlow finest = solver(cell, exponent, LEVELS - 1).solve(ratio);
        double exact = tip(cell, solver(cell, exponent, LEVELS + 1).solve(ratio, finest.field()));
        FlowField start = null;
        double seconds = 0;
        for (int level = 0; level < LEVELS; level++) {
            CreepSolver solver = solver(cell, exponent, level);
            FlowField from = start;
            Timed<CreepFlow> run = Timed.best(8, () -> from == null ? solver.solve(ratio) : solver.solve(ratio, from));
            seconds += run.seconds();
            start = run.value().field();
            double error = Math.abs(tip(cell, run.value()) / exact - 1);
            print(
                    form,
                    height,
                    wagner,
                    exponent,
                    "creep",
                    "creep, level " + level,
                    run.value().unknowns(),
                    error,
                    seconds,
                    exact);
        }
        warm(form, height, wagner, exponent);
    }

    /** From a case with 2 % more height, on the mesh of the last level, against from rest. */
    private void warm(Form form, double height, double wagner, double exponent) throws Exception {
        FundamentalCell neighbour = cell(form, 1.02 * height), cell = cell(form, height);
        int level = LEVELS - 1;
        FlowField start = solver(neighbour, exponent, level)
                .solve(solveCurrent(neighbour, wagner, 0).ratio())
                .field();
        InterfaceField ratio = solveCurrent(cell, wagner, 0).ratio();
        CreepSolver solver = solver(cell, exponent, level);
        Timed<CreepFlow> cold = Timed.best(4, () -> solver.solve(ratio));
        Timed<CreepFlow> warm = Timed.best(4, () -> solver.solve(ratio, start));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.4f | %s | %s | creep, level %d, warm start | %d | %.1e from cold | %.0f ms | cold %.0f ms | %.1f |%n",
                form.name().toLowerCase(Locale.ROOT),
                height,
                wagner,
                exponent,
                level,
                warm.value().unknowns(),
                Math.abs(tip(cell, warm.value()) / tip(cell, cold.value()) - 1),
                1e3 * warm.seconds(),
                1e3 * cold.seconds(),
                cold.seconds() / warm.seconds());
    }

    private static CreepSolver solver(FundamentalCell cell, double exponent, int level) {
        SolverSettings settings = SolverSettings.DEFAULT;
        return new CreepSolver(
                MeshPlan.creep(cell).refined(level).below(cell),
                settings.creepOrder(),
                exponent,
                settings.regularisation(),
                settings.newtonTolerance(),
                settings.newtonIterations());
    }

    private static double tip(FundamentalCell cell, CreepFlow flow) {
        return flow.pressure().at(cell.tipX(), cell.tipAtFarCorner() ? 1 : 0);
    }

    private void print(
            Form form,
            double height,
            double wagner,
            double exponent,
            String quantity,
            String solve,
            int unknowns,
            double error,
            double seconds,
            double exact) {
        String word = form.name().toLowerCase(Locale.ROOT);
        List<Peer> same = peers.stream()
                .filter(p -> p.quantity.equals(quantity) && p.form.equals(word))
                .filter(p -> Math.abs(p.height - height) < 1e-3 && p.wagner == wagner && p.exponent == exponent)
                .toList();
        String shown = same.stream()
                .map(p ->
                        String.format(Locale.ROOT, "%s %.1e %.3g s", p.name, Math.abs(p.value / exact - 1), p.seconds))
                .collect(Collectors.joining("; "));
        System.out.printf(
                Locale.ROOT,
                "| %s | %.4f | %s | %s | %s | %d | %.1e | %.1f ms | %s | %s |%n",
                word,
                height,
                wagner,
                exponent == 0 ? "" : Double.toString(exponent),
                solve,
                unknowns,
                error,
                1e3 * seconds,
                shown,
                ratio(same, exact, error, seconds));
    }

    private static String ratio(List<Peer> same, double exact, double error, double seconds) {
        if (same.isEmpty()) {
            return "";
        }
        Map<Boolean, List<Peer>> byAccuracy =
                same.stream().collect(Collectors.partitioningBy(p -> Math.abs(p.value / exact - 1) <= error));
        List<Peer> asGood = byAccuracy.getOrDefault(true, List.of());
        double peer = asGood.isEmpty()
                ? same.stream()
                        .min((a, b) -> Double.compare(Math.abs(a.value / exact - 1), Math.abs(b.value / exact - 1)))
                        .orElseThrow()
                        .seconds
                : asGood.stream().mapToDouble(Peer::seconds).min().orElseThrow();
        return String.format(Locale.ROOT, "%s%.0f", asGood.isEmpty() ? "over " : "", peer / seconds);
    }
}
