package org.critscape.jobs.sweep;

import java.util.Comparator;
import java.util.List;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.KineticsModel;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.PressureCoupling;
import org.critscape.jobs.store.Chunk;
import org.critscape.solver.topography.Topography;

/**
 * What cases cost, roughly and relative to a smooth egg-box. It decides the order in which chunks are solved, the most
 * expensive first so that no straggler holds the end, and which cases a plan tries.
 */
public final class CostModel {
    /** Cases of a chunk that are looked at. */
    private static final int SAMPLES = 8;

    /** Part of the cost that the current distribution takes. */
    private static final double CURRENT_SHARE = 0.02;

    private CostModel() {}

    /** The chunks, the most expensive first; where they cost alike, in the order of their cases. */
    static List<Chunk> expensiveFirst(List<Chunk> chunks, DesignSpace space) {
        record Weighted(Chunk chunk, double cost) {}
        return chunks.stream()
                .map(chunk -> new Weighted(chunk, cost(chunk, space)))
                .sorted(Comparator.comparingDouble(Weighted::cost).reversed().thenComparing(Weighted::chunk))
                .map(Weighted::chunk)
                .toList();
    }

    /** The cost of a chunk by that of an egg-box. */
    static double cost(Chunk chunk, DesignSpace space) {
        long samples = Math.min(SAMPLES, chunk.size());
        double sum = 0;
        for (long s = 0; s < samples; s++) {
            sum += cost(space.point(chunk.first() + s * chunk.size() / samples));
        }
        return sum / samples * chunk.size();
    }

    /** The cost of a case by that of an egg-box. */
    public static double cost(DesignPoint point) {
        double shape = switch (point.shape()) {
            case FLAT -> 1e-5;
            case RIDGE -> point.uses(Parameter.EDGE_RESOLUTION) ? 0.25 : 0.1;
            case EGG_BOX -> 1;
            // In proportion to the sharpness of the edges, as the means of a sweep from 1/10 to 1/300 are.
            case SQUARE_PYRAMID -> 0.1 * sharpness(point);
            case FRUSTUM -> 0.3 * sharpness(point);
            case HEIGHT_MAP, ROUGH -> 40;
        };
        if (point.isCurrentOnly()) {
            return CURRENT_SHARE * shape;
        }
        double kinetics = point.kinetics() == KineticsModel.BUTLER_VOLMER ? 4 : 1;
        double coupling = point.pressureCoupling() == PressureCoupling.NONE ? 1 : 8;
        return shape * kinetics * coupling;
    }

    /** The peak separation by the width of the filter that rounds the edges. */
    private static double sharpness(DesignPoint point) {
        // Sharper ones are rejected, which costs nothing.
        return Math.min(
                1 / Topography.SHARPEST,
                point.number(Parameter.PEAK_SEPARATION) / point.number(Parameter.EDGE_RESOLUTION));
    }
}
