package org.critscape.jobs.space;

import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.jexl3.JexlEngine;
import org.critscape.solver.topography.HeightSamples;

/** The classes that a serializer with required registration must know to carry a {@link DesignSpace}. */
public final class SpaceClasses {
    /** Every class in the object graph of a design space and of a point. */
    public static final List<Class<?>> ALL = List.of(
            DesignSpace.class,
            Block.class,
            Block[].class,
            Axis.class,
            Axis[].class,
            Parameter.class,
            Levels.Listed.class,
            Levels.Linear.class,
            Levels.Logarithmic.class,
            Sample.class,
            PlanKind.class,
            RandomPlan.class,
            LatinHypercubePlan.class,
            HaltonPlan.class,
            SobolPlan.class,
            Drawn.class,
            Drawn[].class,
            Distribution.Uniform.class,
            Distribution.LogUniform.class,
            Distribution.Normal.class,
            Distribution.LogNormal.class,
            Distribution.Triangular.class,
            PointTable.class,
            TableColumn.class,
            TableColumn[].class,
            Parameter[].class,
            Constraint.class,
            Constraint[].class,
            DesignPoint.class,
            SampledMap.class,
            SampledMap[].class,
            HeightSamples.class,
            BigDecimal.class,
            byte[].class,
            byte[][].class,
            double[].class,
            double[][].class,
            int[].class,
            long[].class,
            long[][].class);

    /** Of each library that making points takes, beside the JDK and those of the solver, one class. */
    public static final List<Class<?>> OF_LIBRARIES = List.of(JexlEngine.class);

    private SpaceClasses() {}
}
