package org.critscape.jobs.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the inputs that a study sets itself. A case that does not use one of its inputs is not subject to it.
 * The expression is compared and calculated in SI; it has the variables of {@link #variable}, numbers, words and
 * operators, and nothing else is evaluated: {@link ConstraintLanguage} says how.
 */
public final class Constraint implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String text;
    private final String expression;
    private final Parameter[] inputs;

    @SuppressWarnings("serial") // Compiled anew wherever it arrives.
    private transient volatile @Nullable JexlExpression compiled;

    /**
     * A condition.
     *
     * @param text as the user wrote it
     * @param expression the same for the evaluation: variables for inputs, numbers in SI
     * @param inputs that it names
     * @throws InvalidInputException where it is no condition, or compares what cannot be compared
     */
    public Constraint(String text, String expression, Collection<Parameter> inputs) {
        this.text = text;
        this.expression = expression;
        this.inputs = inputs.toArray(Parameter[]::new);
        try {
            // Every part is evaluated every time, so one trial finds what does not fit.
            evaluate(parameter -> parameter.domain() instanceof Domain.Options options
                    ? options.words().get(0)
                    : (Object) parameter.example());
        } catch (JexlException | ArithmeticException | StackOverflowError malformed) {
            throw new InvalidInputException(
                    "design.constraints",
                    "\"" + text + "\"",
                    "a condition on inputs, numbers and words with + - * / ( ) < <= > >= == != && || !",
                    "Maybe \"topography.peak-height < 0.5 * topography.peak-separation\".");
        }
    }

    /** The name that an input has in an expression. */
    public static String variable(Parameter parameter) {
        return parameter.path().replace('.', '_').replace('-', '_');
    }

    /** The condition as it was written. */
    public String text() {
        return text;
    }

    /** Whether a case keeps to it. */
    boolean holds(DesignPoint point) {
        return !Arrays.stream(inputs).allMatch(input -> applies(point, input))
                || evaluate(input ->
                        input.domain() instanceof Domain.Options ? point.word(input) : (Object) point.number(input));
    }

    private static boolean applies(DesignPoint point, Parameter input) {
        return (input == Parameter.MATERIAL || point.uses(input)) && !Double.isNaN(point.number(input));
    }

    /** Why a case that does not is left out, in a sentence with advice. */
    String exclusion(DesignPoint point) {
        String values = List.of(inputs).stream()
                .map(input -> input.path() + " is " + input.domain().describe(point.number(input)))
                .collect(Collectors.joining(", "));
        return "The constraint \"" + text + "\" leaves the case out" + (values.isEmpty() ? "" : ": " + values)
                + ". Maybe change design.constraints.";
    }

    private boolean evaluate(Function<Parameter, Object> values) {
        JexlExpression runnable = compiled;
        if (runnable == null) {
            runnable = ConstraintLanguage.compile(expression);
            compiled = runnable;
        }
        MapContext context = new MapContext();
        for (Parameter input : inputs) {
            context.set(variable(input), values.apply(input));
        }
        if (runnable.evaluate(context) instanceof Boolean holds) {
            return holds;
        }
        throw new ArithmeticException("no condition");
    }
}
