package org.critscape.jobs.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import org.critscape.solver.quantity.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.reflect.ClassTag;

class DesignSpaceTest {
    private static final Axis HEIGHTS = Axis.list(Parameter.PEAK_HEIGHT, 5e-6, 15e-6, 25e-6);
    private static final Axis FORMS = Axis.words(Parameter.FORM, List.of("sum", "product"));
    private static final Axis RESISTANCES =
            Axis.logarithmic(Parameter.RESISTANCE, new BigDecimal("1e-4"), new BigDecimal("1e-2"), 3);

    @Test
    void lastAxisVariesFastestAndBlocksFollowEachOther() {
        Block first = new Block(Points.axes(Shape.EGG_BOX, HEIGHTS, FORMS, RESISTANCES));
        Block second = new Block(Points.axes(Shape.FLAT, RESISTANCES));
        DesignSpace space = new DesignSpace(List.of(first, second));
        long index = 0;
        for (double height : new double[] {5e-6, 15e-6, 25e-6}) {
            for (String form : List.of("sum", "product")) {
                for (double resistance : new double[] {1e-4, 1e-3, 1e-2}) {
                    DesignPoint point = space.point(index++);
                    assertThat(point.number(Parameter.PEAK_HEIGHT)).isEqualTo(height);
                    assertThat(point.word(Parameter.FORM)).isEqualTo(form);
                    assertThat(point.number(Parameter.RESISTANCE)).isEqualTo(resistance);
                    assertThat(point.shape()).isEqualTo(Shape.EGG_BOX);
                }
            }
        }
        for (double resistance : new double[] {1e-4, 1e-3, 1e-2}) {
            DesignPoint point = space.point(index++);
            assertThat(point.shape()).isEqualTo(Shape.FLAT);
            assertThat(point.number(Parameter.RESISTANCE)).isEqualTo(resistance);
        }
        assertThat(space.size()).isEqualTo(index);
    }

    @Test
    void inputsVaryWhereCasesThatUseThemDiffer() {
        Axis materials = Axis.words(Parameter.MATERIAL, List.of("llzo", "li6ps5cl"));
        Axis twoTops = Axis.list(Parameter.TOP_FRACTION, 0.2, 0.4);
        assertThat(varying(Points.axes(Shape.EGG_BOX))).isEmpty();
        assertThat(varying(Points.axes(Shape.EGG_BOX, HEIGHTS, twoTops))).containsExactly(Parameter.PEAK_HEIGHT);
        assertThat(varying(Points.axes(Shape.FLAT, HEIGHTS, RESISTANCES))).containsExactly(Parameter.RESISTANCE);
        assertThat(varying(Points.axes(Shape.FRUSTUM, twoTops, materials)))
                .containsExactly(Parameter.MATERIAL, Parameter.TOP_FRACTION);
    }

    @Test
    void inputsVaryAcrossBlocksAlsoAgainstTheirDefaults() {
        Axis warm = Axis.list(Parameter.TEMPERATURE, 333.15);
        Axis room = Axis.list(Parameter.TEMPERATURE, 298.15);
        assertThat(varying(Points.axes(Shape.EGG_BOX), Points.axes(Shape.EGG_BOX, warm)))
                .containsExactly(Parameter.TEMPERATURE);
        assertThat(varying(Points.axes(Shape.EGG_BOX), Points.axes(Shape.EGG_BOX, room)))
                .isEmpty();
        // The flat interface has no height that could differ.
        assertThat(varying(Points.axes(Shape.EGG_BOX), Points.axes(Shape.FLAT))).containsExactly(Parameter.SHAPE);
        Axis llzo = Axis.words(Parameter.MATERIAL, List.of("llzo"));
        assertThat(varying(Points.axes(Shape.EGG_BOX), Points.axes(Shape.EGG_BOX, llzo)))
                .containsExactly(Parameter.MATERIAL);
    }

    private static Set<Parameter> varying(List<Axis> axes) {
        return new DesignSpace(List.of(new Block(axes))).varying();
    }

    private static Set<Parameter> varying(List<Axis> first, List<Axis> second) {
        return new DesignSpace(List.of(new Block(first), new Block(second))).varying();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyCombinationOccursExactlyOnce(long seed) {
        Random random = new Random(seed);
        List<Axis> axes = new ArrayList<>(List.of(
                range(Parameter.PEAK_HEIGHT, 1 + random.nextInt(6)),
                range(Parameter.PEAK_SEPARATION, 1 + random.nextInt(6)),
                range(Parameter.FLAW_LENGTH, 1 + random.nextInt(6)),
                FORMS));
        Collections.shuffle(axes, random);
        DesignSpace space = new DesignSpace(List.of(new Block(Points.axes(Shape.EGG_BOX, axes.toArray(Axis[]::new)))));
        List<String> ids = new ArrayList<>();
        for (long index = 0; index < space.size(); index++) {
            ids.add(space.point(index).caseId());
        }
        long product = axes.stream().mapToLong(Axis::size).reduce(1, (a, b) -> a * b);
        assertThat(ids).hasSize((int) product).doesNotHaveDuplicates();
    }

    private static Axis range(Parameter parameter, int count) {
        return count == 1
                ? Axis.list(parameter, 10e-6)
                : Axis.linear(parameter, new BigDecimal("10e-6"), new BigDecimal("20e-6"), count);
    }

    @Test
    void aTrillionCasesNeedNoMemory() {
        int count = 1 << 20;
        Axis heights = Axis.linear(Parameter.PEAK_HEIGHT, new BigDecimal("1e-6"), new BigDecimal("50e-6"), count);
        Axis lengths = Axis.linear(Parameter.FLAW_LENGTH, new BigDecimal("1e-6"), new BigDecimal("2e-6"), count);
        Block flat = new Block(Points.axes(Shape.FLAT));
        DesignSpace space =
                new DesignSpace(List.of(flat, new Block(Points.axes(Shape.EGG_BOX, heights, lengths)), flat));
        assertThat(space.size()).isEqualTo((1L << 40) + 2);
        DesignPoint last = space.point(1L << 40);
        assertThat(last.number(Parameter.PEAK_HEIGHT)).isEqualTo(50e-6);
        assertThat(last.number(Parameter.FLAW_LENGTH)).isEqualTo(2e-6);
        assertThat(space.point(1 + (1L << 20)).number(Parameter.PEAK_HEIGHT)).isEqualTo(heights.value(1));
        assertThat(space.point((1L << 40) + 1).shape()).isEqualTo(Shape.FLAT);
    }

    @Test
    void moreCasesThanALongCountsAreRefused() {
        Axis[] axes = new Axis[] {
            range(Parameter.PEAK_HEIGHT, 1 << 30),
            range(Parameter.PEAK_SEPARATION, 1 << 30),
            range(Parameter.FLAW_LENGTH, 1 << 2)
        };
        Block half = new Block(Points.axes(Shape.EGG_BOX, axes));
        assertThat(half.size()).isEqualTo(1L << 62);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new DesignSpace(List.of(half, half)))
                .withMessageContaining("number of cases");
        axes[2] = range(Parameter.FLAW_LENGTH, 1 << 3);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Block(Points.axes(Shape.EGG_BOX, axes)))
                .withMessageContaining("Maybe lower the count");
    }

    @Test
    void indicesOutsideAreABug() {
        DesignSpace space = new DesignSpace(List.of(new Block(Points.axes(Shape.FLAT))));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> space.point(-1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> space.point(1));
    }

    @Test
    void inputsMustBeGivenOnceAndWhereNeeded() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Block(List.of(Axis.list(Parameter.PEAK_SEPARATION, 150e-6))))
                .withMessageStartingWith("topography.shape is missing");
        Axis shapes = Axis.words(Parameter.SHAPE, List.of("flat", "frustum"));
        Axis separation = Axis.list(Parameter.PEAK_SEPARATION, 150e-6);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Block(List.of(shapes, separation)))
                .withMessageStartingWith("topography.peak-height is missing");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Block(List.of(shapes, separation, separation)))
                .withMessageStartingWith("topography.peak-separation is given twice");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new DesignSpace(List.of()));
    }

    @Test
    void survivesJavaSerialization() throws IOException, ClassNotFoundException {
        DesignSpace space = mixed();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(space);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertSame((DesignSpace) in.readObject(), space);
        }
    }

    @Test
    void survivesKryoWithRequiredRegistration() {
        SparkConf conf = new SparkConf()
                .set("spark.kryo.registrationRequired", "true")
                .registerKryoClasses(SpaceClasses.ALL.toArray(Class<?>[]::new));
        SerializerInstance kryo = new KryoSerializer(conf).newInstance();
        ClassTag<Object> tag = ClassTag.apply(Object.class);
        DesignSpace space = mixed();
        ByteBuffer bytes = kryo.serialize(space, tag);
        assertSame((DesignSpace) kryo.deserialize(bytes, tag), space);
        ByteBuffer point = kryo.serialize(space.point(3), tag);
        assertThat(kryo.<Object>deserialize(point, tag)).isEqualTo(space.point(3));
    }

    private static DesignSpace mixed() {
        Axis heights = Axis.linear(Parameter.PEAK_HEIGHT, new BigDecimal("1e-6"), new BigDecimal("50e-6"), 4);
        return new DesignSpace(List.of(
                new Block(Points.axes(Shape.FLAT)),
                new Block(Points.axes(Shape.EGG_BOX, heights, FORMS, RESISTANCES))));
    }

    private static void assertSame(DesignSpace copy, DesignSpace original) {
        assertThat(copy.size()).isEqualTo(original.size());
        for (long index = 0; index < original.size(); index++) {
            assertThat(copy.point(index)).isEqualTo(original.point(index));
        }
    }
}
