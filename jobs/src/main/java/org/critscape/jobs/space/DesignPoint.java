package org.critscape.jobs.space;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.cell.DesignCase;
import org.critscape.solver.material.LithiumModel;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.Provenance;
import org.critscape.solver.material.Sourced;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** All inputs of one case: one double per {@link Parameter}, amounts in SI, choices as positions among their words. */
public final class DesignPoint implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int ID_BYTES = 16;

    /** The usual length of the text that an identity is a digest of. */
    private static final int CANONICAL_LENGTH = 2048;

    /** What takes effect through creep and dendrites alone. */
    private static final Set<Parameter> OF_LITHIUM = Collections.unmodifiableSet(EnumSet.of(
            Parameter.MOLAR_VOLUME,
            Parameter.CREEP_EXPONENT,
            Parameter.CREEP_CONSTANT,
            Parameter.CREEP_ACTIVATION_ENERGY,
            Parameter.WALL,
            Parameter.TRANSITION_RATE,
            Parameter.FLAW_LENGTH,
            Parameter.NOTCH,
            Parameter.DRIVING,
            Parameter.FLAT_CRITICAL_CURRENT,
            Parameter.HALF_OPENING,
            Parameter.OPENING,
            Parameter.SURFACE_ENERGY,
            Parameter.CONTACT_ANGLE,
            Parameter.STACK_PRESSURE,
            Parameter.YOUNGS_MODULUS,
            Parameter.POISSON_RATIO,
            Parameter.FRACTURE_TOUGHNESS,
            Parameter.CREEP_ORDER,
            Parameter.REGULARISATION,
            Parameter.NEWTON_TOLERANCE,
            Parameter.NEWTON_ITERATIONS,
            Parameter.PRESSURE_TOLERANCE));

    private final double[] values;
    /** One bit per input that the study sets, also where it sets the default; no part of the identity. */
    private final long given;
    /** The height map, which its value only counts. */
    private final @Nullable SampledMap map;

    private DesignPoint(double[] values, long given, @Nullable SampledMap map) {
        this.values = values;
        this.given = given;
        this.map = map;
    }

    /** Takes the array over and fills every NaN that has a default; what a shape does not use may stay NaN. */
    static DesignPoint complete(double[] values, @Nullable SampledMap map) {
        long given = 0;
        for (int position = 0; position < values.length; position++) {
            given |= Double.isNaN(values[position]) ? 0 : 1L << position;
        }
        DesignPoint point = new DesignPoint(values, given, map);
        int material = Parameter.MATERIAL.position();
        // Its own default does not depend on a material.
        values[material] = Double.isNaN(values[material]) ? Standards.OF[0][material] : values[material];
        double[] standards = Standards.OF[(int) values[material]];
        for (int position = 0; position < values.length; position++) {
            values[position] = Double.isNaN(values[position]) ? standards[position] : values[position];
        }
        return point;
    }

    /** The defaults of all inputs by material: a table is read faster than the catalogue. */
    private static final class Standards {
        private static final double[][] OF = Arrays.stream(MaterialPreset.values())
                .map(material -> Arrays.stream(Parameter.values())
                        .mapToDouble(parameter ->
                                parameter.standard(material).map(Sourced::value).orElse(Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * The same point with other values of some amounts.
     *
     * @param changes by input [SI]
     * @throws InvalidInputException where an input may not hold its value
     */
    public DesignPoint with(Map<Parameter, Double> changes) {
        double[] changed = values.clone();
        long set = given;
        for (Map.Entry<Parameter, Double> change : changes.entrySet()) {
            int position = change.getKey().position();
            changed[position] = change.getKey().require(change.getValue());
            set |= 1L << position;
        }
        return new DesignPoint(changed, set, map);
    }

    /** The value of an amount [SI]; NaN where this case neither uses nor was given it. */
    public double number(Parameter parameter) {
        return values[parameter.position()];
    }

    /** The word of a choice, as configuration files spell it. */
    public String word(Parameter parameter) {
        if (parameter == Parameter.FILE && map != null) {
            return map.name();
        }
        return parameter.domain().describe(number(parameter));
    }

    /** The height map, where the study gives one. */
    public Optional<SampledMap> map() {
        return Optional.ofNullable(map);
    }

    /** A choice as the constant that its word names: the words of a choice are the constants in their order. */
    <E extends Enum<E>> E choice(Parameter parameter, Class<E> type) {
        return type.getEnumConstants()[(int) number(parameter)];
    }

    /** Whether the case depends on the input: a flat interface has no peak height. The material only lends its values. */
    public boolean uses(Parameter parameter) {
        if (isCurrentOnly() && OF_LITHIUM.contains(parameter)) {
            return false;
        }
        return switch (parameter) {
            case MATERIAL -> false;
            case FORM -> shape() == Shape.EGG_BOX;
            case PROFILE -> shape() == Shape.RIDGE;
            case PEAK_HEIGHT -> shape() != Shape.FLAT && shape() != Shape.HEIGHT_MAP && shape() != Shape.ROUGH;
            case POLARITY -> shape() != Shape.FLAT;
            case FILE, HEIGHT_SCALE -> shape() == Shape.HEIGHT_MAP;
            case SPECTRUM, RMS_HEIGHT, CORRELATION_LENGTH, SEED -> shape() == Shape.ROUGH;
            case HURST_EXPONENT -> PointToCase.isSelfAffine(this);
            case TOP_FRACTION -> PointToCase.hasTop(this);
            case EDGE_RESOLUTION -> PointToCase.hasEdges(this);
            case RESISTANCE, RESISTANCE_ACTIVATION_ENERGY -> kinetics() != KineticsModel.PRIMARY;
            case TRANSFER_COEFFICIENT -> kinetics() == KineticsModel.BUTLER_VOLMER;
            case ACTIVATION_VOLUME -> pressureCoupling() != PressureCoupling.NONE;
            case FLAT_CRITICAL_CURRENT -> Double.isNaN(number(Parameter.HALF_OPENING));
            case HALF_OPENING -> !Double.isNaN(number(Parameter.HALF_OPENING));
            case TRANSITION_RATE -> number(Parameter.TRANSITION_RATE) > 0;
            case CONTACT_ANGLE -> number(Parameter.SURFACE_ENERGY) > 0;
            default -> true;
        };
    }

    /**
     * Where the value comes from, when the study leaves it to the default or the material; empty when the study sets
     * it, to whatever value.
     */
    public Optional<Provenance> provenance(Parameter parameter) {
        return (given >>> parameter.position() & 1) == 1
                ? Optional.empty()
                : parameter.standard(material()).map(Sourced::provenance);
    }

    /** The preset of every input that was not given. */
    public MaterialPreset material() {
        return choice(Parameter.MATERIAL, MaterialPreset.class);
    }

    /** The family of the interface. */
    public Shape shape() {
        return choice(Parameter.SHAPE, Shape.class);
    }

    /** How current passes the interface. */
    public KineticsModel kinetics() {
        return choice(Parameter.KINETICS, KineticsModel.class);
    }

    /** Whether no lithium is solved. */
    public boolean isCurrentOnly() {
        return choice(Parameter.LITHIUM_MODEL, LithiumModel.class) == LithiumModel.NONE;
    }

    /** Whether pressure acts back on the current. */
    public PressureCoupling pressureCoupling() {
        return choice(Parameter.PRESSURE_COUPLING, PressureCoupling.class);
    }

    /**
     * The case to solve.
     *
     * @throws InvalidInputException where the model refuses the combination of values
     */
    public DesignCase toCase() {
        return PointToCase.convert(this);
    }

    /**
     * The identity of the case: 32 hexadecimal digits of SHA-256 over the inputs it uses and the model version. Two
     * points have the same identity exactly where the solver must give the same numbers.
     */
    public String caseId() {
        return caseId(CellSolver.MODEL_VERSION);
    }

    String caseId(String modelVersion) {
        byte[] digest = sha256().digest(canonical(modelVersion).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }

    /** One line for the model and for each input used, in the order of the catalogue. */
    private String canonical(String modelVersion) {
        StringBuilder text = new StringBuilder(CANONICAL_LENGTH)
                .append("model=")
                .append(modelVersion)
                .append('\n');
        for (Parameter parameter : Parameter.values()) {
            // Creep was all there was before one could do without it: its cases keep their identities.
            boolean isSilent = parameter == Parameter.LITHIUM_MODEL && !isCurrentOnly();
            if (uses(parameter) && !isSilent) {
                text.append(parameter.path()).append('=');
                appendCanonical(parameter, text);
                text.append('\n');
            }
        }
        return text.toString();
    }

    private void appendCanonical(Parameter parameter, StringBuilder text) {
        if (parameter == Parameter.FILE) {
            text.append(map().map(SampledMap::digest).orElse(""));
        } else if (parameter.domain() instanceof Domain.Options) {
            text.append(word(parameter));
        } else {
            // Adding zero turns −0.0 into 0.0.
            HexadecimalText.append(number(parameter) + 0.0, text);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DesignPoint point
                && Arrays.equals(values, point.values)
                && Objects.equals(map, point.map);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Parameter parameter : Parameter.values()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(parameter.path())
                    .append(" = ")
                    .append(word(parameter));
        }
        return text.toString();
    }
}
