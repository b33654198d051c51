package org.critscape.solver.cell;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.critscape.solver.cell.CaseFields.ElectrolyteField;
import org.critscape.solver.cell.CaseFields.InterfaceMap;
import org.critscape.solver.cell.CaseFields.LithiumField;
import org.critscape.solver.cell.CaseFields.RegularMap;
import org.critscape.solver.cell.CaseFields.VolumeGrid;
import org.critscape.solver.creep.FlowField;
import org.critscape.solver.current.CurrentSolver;
import org.critscape.solver.dendrite.CriticalCurrent;
import org.critscape.solver.mesh.ExtrudedMesh;
import org.critscape.solver.mesh.InterfaceField;
import org.critscape.solver.mesh.NodalGradient;
import org.critscape.solver.mesh.NodalTransfer;
import org.critscape.solver.mesh.NodeGrid;
import org.critscape.solver.mesh.SubGrid;
import org.critscape.solver.topography.Flat;
import org.critscape.solver.topography.FundamentalCell;
import org.critscape.solver.topography.Topography;

/** From the dimensionless fields of a solved contour to those that people look at, in SI units. */
final class FieldEvaluation {
    private static final double CURRENT_DENSITY = CellSolver.REPORTED_CURRENT_DENSITY;

    private final SolvedContour contour;
    private final DesignCase input;
    private final FundamentalCell cell;
    private final double separation;

    private FieldEvaluation(SolvedContour contour) {
        this.contour = contour;
        this.input = contour.accepted().input();
        this.cell = contour.current().ratio().grid().mesh().cell();
        this.separation = input.topography().peakSeparation();
    }

    static CaseFields of(SolvedContour contour) {
        FieldEvaluation evaluation = new FieldEvaluation(contour);
        FlowField flow = contour.flow();
        return new CaseFields(
                evaluation.map(),
                evaluation::regular,
                evaluation.electrolyte(),
                flow == null ? null : evaluation.lithium(flow),
                contour.couplingTurns());
    }

    private InterfaceMap map() {
        FlowField flow = contour.flow();
        ExtrudedMesh mesh = (flow == null ? contour.current().ratio().grid() : flow.pressureGrid()).mesh();
        Topography topography = input.topography();
        InterfaceSamples samples = contour.reported();
        List<InterfaceUnfolding.Place> places =
                topography instanceof Flat ? InterfaceUnfolding.plane(cell) : InterfaceUnfolding.places(mesh, samples);
        CriticalCurrent result = contour.result();
        double criticalCurrent = result == null ? Double.NaN : result.criticalCurrent();
        double[] pointwise = result == null
                ? samples.pressureFunction()
                : contour.accepted().growth().pointwise(contour.critical());
        return new InterfaceMap(
                places.stream().mapToDouble(place -> place.x() * separation).toArray(),
                places.stream().mapToDouble(place -> place.y() * separation).toArray(),
                unfolded(
                        places,
                        i -> separation
                                * cell.surface()
                                        .at(samples.x()[i], samples.y()[i])
                                        .height()),
                unfolded(places, i -> samples.currentRatio()[i]),
                unfolded(places, i -> contour.critical().currentRatio()[i] * criticalCurrent),
                unfolded(places, i -> samples.pressureFunction()[i]),
                unfolded(places, i -> excessPressure(samples.pressureFunction()[i])),
                unfolded(places, i -> excessPressure(samples.normalTraction()[i])),
                unfolded(places, i -> pointwise[i]),
                unfolded(places, i -> pointwise[i] / criticalCurrent));
    }

    private RegularMap regular(int points) {
        RegularMap map =
                new RegularMap(new double[points * points], new double[points * points], new double[points * points]);
        FlowField flow = contour.flow();
        InterfaceField pressure = flow == null ? null : flow.interfacePressure();
        for (int row = 0; row < points; row++) {
            double y = (double) row / points - 0.5;
            for (int column = 0; column < points; column++) {
                double x = (double) column / points - 0.5;
                InterfaceFolding.Point point = InterfaceFolding.fold(cell, x, y);
                int i = points * row + column;
                map.height()[i] = cell.surface().at(point.x(), point.y()).height();
                map.currentRatio()[i] = at(contour.current().ratio(), point);
                map.pressureFunction()[i] = pressure == null ? Double.NaN : at(pressure, point);
            }
        }
        return map;
    }

    private static double at(InterfaceField field, InterfaceFolding.Point point) {
        return field.at(point.x(), field.grid().mesh().s(point.x(), point.y()));
    }

    private static double[] unfolded(List<InterfaceUnfolding.Place> places, IntToDoubleFunction ofSample) {
        return places.stream()
                .mapToDouble(place -> ofSample.applyAsDouble(place.sample()))
                .toArray();
    }

    /** φ by i_geo S/κ; i = −κ ∇φ. */
    private ElectrolyteField electrolyte() {
        NodeGrid grid = contour.current().potential().grid();
        double conductivity =
                input.electrolyte().conductivityAt(input.operation().temperature());
        double ohmicDrop = CURRENT_DENSITY * separation / conductivity;
        double[] potential = CurrentSolver.throughout(contour.current().potential());
        double[] gradient = new NodalGradient(grid).of(potential, 1, 0);
        SubGrid subGrid = SubGrid.of(grid);
        return new ElectrolyteField(
                inMetres(subGrid),
                scalars(subGrid, potential, ohmicDrop),
                vectors(subGrid, gradient, -CURRENT_DENSITY));
    }

    /** Δp of a Π or a T [Pa]; NaN without lithium. */
    private double excessPressure(double pressureFunction) {
        return contour.flow() == null
                ? Double.NaN
                : contour.accepted().criterion().excessPressure(pressureFunction, CURRENT_DENSITY);
    }

    private LithiumField lithium(FlowField flow) {
        NodeGrid grid = flow.velocityGrid();
        double speed = input.lithium().platingVelocityPerCurrent() * CURRENT_DENSITY;
        double[] pressure = new double[grid.size()];
        new NodalTransfer(flow.pressureGrid(), grid).apply(flow.pressure(), 1, 0, pressure);
        SubGrid subGrid = SubGrid.of(grid);
        return new LithiumField(
                inMetres(subGrid),
                vectors(subGrid, flow.velocity(), speed),
                scalars(subGrid, pressure, excessPressure(1)),
                scalars(subGrid, strainRate(flow), speed / separation));
    }

    /** √(2/3 D:D) at the nodes, D the symmetric part of the velocity's gradient; by v0/S. */
    private static double[] strainRate(FlowField flow) {
        NodalGradient gradient = new NodalGradient(flow.velocityGrid());
        double[][] ofComponent = new double[3][];
        for (int c = 0; c < 3; c++) {
            ofComponent[c] = gradient.of(flow.velocity(), 3, c);
        }
        double[] rate = new double[flow.velocityGrid().size()];
        for (int node = 0; node < rate.length; node++) {
            double contraction = 0;
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    double d = 0.5 * (ofComponent[i][3 * node + k] + ofComponent[k][3 * node + i]);
                    contraction += d * d;
                }
            }
            rate[node] = Math.sqrt(2.0 / 3 * contraction);
        }
        return rate;
    }

    private VolumeGrid inMetres(SubGrid grid) {
        double[] points = grid.points().clone();
        for (int i = 0; i < points.length; i++) {
            points[i] *= separation;
        }
        return new VolumeGrid(points, grid.hexahedra());
    }

    private static double[] scalars(SubGrid grid, double[] nodal, double unit) {
        double[] values = new double[grid.nodes().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = unit * nodal[grid.nodes()[i]];
        }
        return values;
    }

    /** Vectors of the cell's frame in the topography's. */
    private double[] vectors(SubGrid grid, double[] nodal, double unit) {
        double[] values = new double[grid.points().length];
        for (int i = 0; i < grid.nodes().length; i++) {
            int node = 3 * grid.nodes()[i];
            values[3 * i] = unit * cell.alongX(nodal[node], nodal[node + 1]);
            values[3 * i + 1] = unit * cell.alongY(nodal[node], nodal[node + 1]);
            values[3 * i + 2] = unit * nodal[node + 2];
        }
        return values;
    }
}
