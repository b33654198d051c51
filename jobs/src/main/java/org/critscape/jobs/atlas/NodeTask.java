package org.critscape.jobs.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.critscape.solver.atlas.Family;
import org.critscape.solver.atlas.FamilyBuild.Answer;
import org.critscape.solver.atlas.FamilyBuild.Request;
import org.critscape.solver.atlas.FamilyNode;
import org.critscape.solver.cell.LevelSolver.Meshes;
import org.critscape.solver.cell.LevelSolver.StationFields;
import org.critscape.solver.mesh.MeshPlan.Divisions;
import org.critscape.solver.similarity.GroupSolution.InterfaceNumbers;
import org.critscape.solver.similarity.InterfacePoints;
import org.jspecify.annotations.Nullable;

/** Solves a node on an executor. Requests and answers travel as numbers, which any serializer carries. */
final class NodeTask implements Function<double[], double[]> {
    private static final long serialVersionUID = 1L;
    private static final int WHOLE = 6;
    private static final int FIELDS = 6;

    private final Family family;

    NodeTask(Family family) {
        this.family = family;
    }

    /** The groups, then four lists of numbers of elements, each behind its length. */
    static double[] encode(Request request) {
        Meshes coarse = request.coarse();
        Meshes fine = request.fine();
        List<Double> numbers = new ArrayList<>();
        add(numbers, request.groups());
        add(numbers, coarse.electrolyte().counts());
        add(numbers, coarse.lithium().counts());
        add(numbers, fine == null ? List.of() : fine.electrolyte().counts());
        add(numbers, fine == null ? List.of() : fine.lithium().counts());
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(List<Double> numbers, List<? extends Number> more) {
        numbers.add((double) more.size());
        more.forEach(number -> numbers.add(number.doubleValue()));
    }

    static Request request(double... numbers) {
        List<List<Double>> lists = new ArrayList<>();
        for (int start = 0; start < numbers.length; start += 1 + (int) numbers[start]) {
            lists.add(Arrays.stream(numbers, start + 1, start + 1 + (int) numbers[start])
                    .boxed()
                    .toList());
        }
        return new Request(
                lists.get(0),
                new Meshes(divisions(lists.get(1)), divisions(lists.get(2))),
                lists.get(3).isEmpty() ? null : new Meshes(divisions(lists.get(3)), divisions(lists.get(4))));
    }

    private static Divisions divisions(List<Double> counts) {
        return new Divisions(counts.stream().map(Double::intValue).toList());
    }

    @Override
    public double[] call(double[] numbers) {
        Request request = request(numbers);
        try {
            return encode(FamilyNode.solve(family, request));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError bug) {
            throw new IllegalStateException(
                    "the solve of the family " + family.words() + " at the groups " + request.groups() + " met a bug, "
                            + bug,
                    bug);
        }
    }

    static double[] encode(Answer answer) {
        double[] coarse = encode(answer.coarse());
        double[] fine = encode(answer.fine());
        double[] both = new double[coarse.length + fine.length + 1];
        both[0] = coarse.length;
        System.arraycopy(coarse, 0, both, 1, coarse.length);
        System.arraycopy(fine, 0, both, 1 + coarse.length, fine.length);
        return both;
    }

    static Answer decode(double[] numbers) {
        int coarse = (int) numbers[0];
        return new Answer(
                fields(Arrays.copyOfRange(numbers, 1, 1 + coarse)),
                fields(Arrays.copyOfRange(numbers, 1 + coarse, numbers.length)));
    }

    private static double[] encode(@Nullable StationFields fields) {
        if (fields == null) {
            return new double[0];
        }
        InterfaceNumbers whole = fields.whole();
        InterfacePoints points = fields.stations();
        double[][] parts = {
            {
                whole.areaRatio(),
                whole.filteredHeight(),
                whole.currentRatioMax(),
                whole.currentRatioMin(),
                whole.pressureFunctionMax(),
                whole.normalTractionMax()
            },
            points.x(),
            points.y(),
            points.currentRatio(),
            points.pressureFunction(),
            points.normalTraction(),
            points.curvature()
        };
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private static @Nullable StationFields fields(double... numbers) {
        if (numbers.length == 0) {
            return null;
        }
        int stations = (numbers.length - WHOLE) / FIELDS;
        double[][] fields = new double[FIELDS][];
        for (int i = 0; i < FIELDS; i++) {
            fields[i] = Arrays.copyOfRange(numbers, WHOLE + i * stations, WHOLE + (i + 1) * stations);
        }
        return new StationFields(
                new InterfacePoints(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], 0),
                new InterfaceNumbers(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));
    }
}
