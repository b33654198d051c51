package org.critscape.solver.cell;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.critscape.solver.topography.Frustum;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Polarity;
import org.critscape.solver.topography.SquarePyramid;

/**
 * CPU time, error and cost of current and creep solves on one core of a warm JVM, side by side with other programs' times.
 *
 * <p>Errors are those of max k and of Π at the tip against a solve on meshes finer by four; of shapes with edges, S/150
 * round, those of max Π against the next finer level. Creep is solved on the levels of a case: from rest on the first, then each from the one before; times add up. The last column is the time of the
 * fastest peer with an error not above ours, or with the least error of all, by ours. Peers stand in a CSV file: name,
 * quantity (current or creep), form, H/S, λ, n, value (max k or tip Π), CPU seconds. A second table shows what one level costs
 * by its unknowns.
 *
 * <p>Run with {@code mvn -q -pl solver -Pbenchmark test-compile exec:exec@accuracy -Dpeers=FILE}; without peers leave the
 * option out. It takes half an hour; {@code -Dparts=current,creep} or some of edges and cost run alone.
 */
public final class AccuracyBenchmark {
    private static final List<String> PARTS = List.of("current", "creep", "edges", "cost");
    private static final int LEVELS = 3;
    private static final double EDGE = 1 / 150.0;
    private static final double NANOSECONDS = 1e-9;

    /** CPU time, which other processes hardly change. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

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
            long begin = CLOCK.getCurrentThreadCpuTime();
            T value = work.call();
            double first = (CLOCK.getCurrentThreadCpuTime() - begin) * NANOSECONDS;
            double best = first;
            for (int i = 0; i < runs; i++) {
                long start = CLOCK.getCurrentThreadCpuTime();
                value = work.call();
                best = Math.min(best, (CLOCK.getCurrentThreadCpuTime() - start) * NANOSECONDS);
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
        String chosen = System.getProperty("accuracy.parts", "");
        List<String> parts = chosen.isBlank() ? PARTS : List.of(chosen.split(","));
        if (parts.contains("current")) {
            benchmark.currents();
        }
        if (parts.contains("creep")) {
            benchmark.creep(Form.PRODUCT, 1 / 6.0, 2, 6.6);
            benchmark.creep(Form.PRODUCT, 0.5, 2, 6.6);
            benchmark.creep(Form.SUM, 1 / 6.0, 0.2, 6.6);
            benchmark.creep(Form.PRODUCT, 1 / 6.0, 2, 1);
        }
        if (parts.contains("edges")) {
            for (double wagner : new double[] {0, 2}) {
                benchmark.edged(
                        "frustum", new Frustum(1 / 6.0, 1, 0.5, EDGE, Polarity.LITHIUM).fundamentalCell(), wagner);
                benchmark.edged(
                        "pyramid", new SquarePyramid(1 / 6.0, 1, EDGE, Polarity.LITHIUM).fundamentalCell(), wagner);
            }
        }
        if (parts.contains("cost")) {
            costs();
        }
    }

    private void currents() throws Exception {
        for (Form form : Form.values()) {
            for (double height : new double[] {1 / 6.0, 0.5}) {
                for (double wagner : new double[] {0.02, 0.2, 2, 10}) {
                    current(form, height, wagner);
                }
            }
        }
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
        return solveCurrent(cell, wagner, level, SolverSettings.DEFAULT.currentOrder());
    }

    private static CurrentDistribution solveCurrent(FundamentalCell cell, double wagner, int level, int order)
            throws Exception {
        return new CurrentSolver(MeshPlan.potential().refined(level).above(cell), order, wagner).solve();
    }

    private void current(Form form, double height, double wagner) throws Exception {
        FundamentalCell cell = cell(form, height);
        double exact = solveCurrent(cell, wagner, 4).largestRatio();
        for (int order : new int[] {3, SolverSettings.DEFAULT.currentOrder()}) {
            Timed<CurrentDistribution> run = Timed.best(100, () -> solveCurrent(cell, wagner, 0, order));
            double error = Math.abs(run.value().largestRatio() / exact - 1);
            print(
                    word(form),
                    height,
                    wagner,
                    0,
                    "current",
                    "current, order " + order,
                    run.value().unknowns(),
                    error,
                    run.seconds(),
                    exact);
        }
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
                    word(form),
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

    private static String word(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    /** Levels of a shape with edges at n = 6.6; the finest only tells the error. */
    private void edged(String name, FundamentalCell cell, double wagner) throws Exception {
        InterfaceField ratio = solveCurrent(cell, wagner, 1).ratio();
        List<Timed<CreepFlow>> runs = new ArrayList<>();
        FlowField start = null;
        for (int level = 0; level <= LEVELS; level++) {
            CreepSolver solver = solver(cell, 6.6, level);
            FlowField from = start;
            Timed<CreepFlow> run = Timed.best(
                    level == 0 ? 4 : level < LEVELS ? 1 : 0,
                    () -> from == null ? solver.solve(ratio) : solver.solve(ratio, from));
            runs.add(run);
            start = run.value().field();
        }
        double exact = InterfaceSamples.of(ratio, runs.get(LEVELS).value()).largestPressure();
        double seconds = 0;
        for (int level = 0; level < LEVELS; level++) {
            CreepFlow flow = runs.get(level).value();
            seconds += runs.get(level).seconds();
            double error = Math.abs(InterfaceSamples.of(ratio, flow).largestPressure() / exact - 1);
            String solve = "creep, level " + level;
            print(name, 1 / 6.0, wagner, 6.6, "creep", solve, flow.unknowns(), error, seconds, exact);
        }
    }

    /** What one linear flow, n = 1 from rest, costs on finer and finer meshes of an egg-box. */
    private static void costs() throws Exception {
        System.out.println();
        System.out.println("| level | unknowns | milliseconds | exponent of the unknowns since the level before |");
        System.out.println("| --- | --- | --- | --- |");
        FundamentalCell cell = cell(Form.PRODUCT, 1 / 6.0);
        InterfaceField ratio = solveCurrent(cell, 2, 0).ratio();
        Timed<CreepFlow> coarser = null;
        for (int level = 0; level <= 6; level++) {
            CreepSolver solver = solver(cell, 1, level);
            Timed<CreepFlow> run = Timed.best(level < 4 ? 10 : 2, () -> solver.solve(ratio));
            String exponent = coarser == null
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "%.2f",
                            StrictMath.log(run.seconds() / coarser.seconds())
                                    / StrictMath.log((double) run.value().unknowns()
                                            / coarser.value().unknowns()));
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %d | %.1f | %s |%n",
                    level,
                    run.value().unknowns(),
                    1e3 * run.seconds(),
                    exponent);
            coarser = run;
        }
    }

    private void print(
            String word,
            double height,
            double wagner,
            double exponent,
            String quantity,
            String solve,
            int unknowns,
            double error,
            double seconds,
            double exact) {
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
