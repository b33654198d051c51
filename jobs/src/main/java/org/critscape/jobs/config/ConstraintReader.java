package org.critscape.jobs.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.critscape.jobs.space.Constraint;
import org.critscape.jobs.space.Dimension;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * Reads a condition on inputs, {@code "topography.peak-height < 0.5 * topography.peak-separation"}, and writes it with
 * variables for keys and SI for units. Nothing reaches the evaluation that is not a key, a number, a word or an operator.
 */
final class ConstraintReader {
    private static final int LONGEST = 500;
    private static final String ALLOWED =
            "a condition on inputs, numbers and words with + - * / ( ) < <= > >= == != && || !";
    private static final String EXAMPLE = "Maybe \"topography.peak-height < 0.5 * topography.peak-separation\".";
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<name>[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*)"
            + "|'(?<quoted>[^']*)'"
            + "|(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?)(?:\\s*(?<unit>" + units()
            + ")(?![A-Za-z0-9^.]))?"
            + "|(?<operator><=|>=|==|!=|&&|\\|\\||[-+*/()<>!]))");
    private static final Pattern QUANTITY =
            Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?)\\s*(.*)");
    /** Joined conditions are all evaluated: what one of them gets wrong shows at once. */
    private static final Map<String, String> OPERATORS =
            Map.of("&&", "&", "||", "|", "and", "&", "or", "|", "not", "!");

    private final Setting setting;
    private final String text;
    private final StringBuilder expression = new StringBuilder();
    private final Set<Parameter> inputs = new LinkedHashSet<>();

    private ConstraintReader(Setting setting, String text) {
        this.setting = setting;
        this.text = text;
    }

    /** The conditions of a list, or of a single text. */
    static List<Constraint> read(Setting setting) {
        List<ConfigValue> values = setting.value() instanceof ConfigList list ? list : List.of(setting.value());
        if (setting.value() instanceof ConfigObject) {
            throw setting.refused("a group in braces", "a list of conditions", EXAMPLE);
        }
        return values.stream()
                .map(value -> {
                    Setting part = setting.part("", value);
                    return new ConstraintReader(part, part.text(ALLOWED, EXAMPLE)).constraint();
                })
                .toList();
    }

    /** The symbols of all units, longer ones first. */
    private static String units() {
        Stream<String> symbols = Arrays.stream(Dimension.values())
                .flatMap(dimension -> Unit.of(dimension).stream())
                .map(Unit::symbol)
                .filter(symbol -> !symbol.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed());
        return String.join("|", symbols.map(Pattern::quote).toList());
    }

    private Constraint constraint() {
        if (text.isBlank() || text.length() > LONGEST) {
            throw refused(text.isBlank() ? ", which is empty," : ", which is longer than " + LONGEST + " characters,");
        }
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        String rest = text.stripTrailing();
        while (end < rest.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw refused(", where \"" + rest.substring(end).strip() + "\" is not understood,");
            }
            expression.append(translate(matcher)).append(' ');
            end = matcher.end();
        }
        try {
            return new Constraint(text, expression.toString(), inputs);
        } catch (InvalidInputException e) {
            throw refused("");
        }
    }

    private String translate(Matcher token) {
        if (token.group("name") != null) {
            return name(token.group("name"));
        } else if (token.group("quoted") != null) {
            return quoted(token.group("quoted"));
        } else if (token.group("number") != null) {
            return number(new BigDecimal(token.group("number")), token.group("unit"));
        }
        String operator = token.group("operator");
        return OPERATORS.getOrDefault(operator, operator);
    }

    private String name(String name) {
        String operator = OPERATORS.get(name);
        if (operator != null) {
            return operator;
        }
        Parameter input = Parameter.ofPath(name).orElse(null);
        if (input == null) {
            return word(name);
        }
        if (input.domain() instanceof Domain.MapFile) {
            throw refused(", where " + name + " is a file,");
        }
        inputs.add(input);
        return Constraint.variable(input);
    }

    private String word(String word) {
        boolean known = Arrays.stream(Parameter.values())
                .anyMatch(input -> input.domain() instanceof Domain.Options options
                        && options.words().contains(word));
        if (!known) {
            List<String> keys =
                    Arrays.stream(Parameter.values()).map(Parameter::path).toList();
            throw setting.refused(
                    "\"" + text + "\", where \"" + word + "\" is neither a key nor a word that a key may have,",
                    ALLOWED,
                    Nearest.toKey(word, keys)
                            .map(nearest -> "Maybe you meant " + nearest + ".")
                            .orElse("Maybe put blanks around a minus sign."));
        }
        return "'" + word + "'";
    }

    private String quoted(String quoted) {
        Matcher quantity = QUANTITY.matcher(quoted);
        return quantity.matches() ? number(new BigDecimal(quantity.group(1)), quantity.group(2)) : word(quoted.strip());
    }

    private String number(BigDecimal number, String symbol) {
        Unit unit = symbol == null || symbol.isBlank()
                ? Unit.ONE
                : Unit.find(symbol)
                        .orElseThrow(() -> setting.refused(
                                "\"" + text + "\", where \"" + symbol.strip() + "\" is no unit,",
                                ALLOWED,
                                "Maybe '25 um'."));
        if (unit.offset().signum() != 0 && expression.toString().endsWith("- ")) {
            throw setting.refused(
                    "\"" + text + "\", where a minus sign stands before " + number + " " + unit.symbol() + ",",
                    ALLOWED,
                    "Maybe put the value in quotes: '-" + number + " " + unit.symbol() + "'.");
        }
        double si = unit.toSi(number).doubleValue();
        if (!Double.isFinite(si)) {
            throw refused(", where a number is too large,");
        }
        // A sign of its own would follow another operator.
        return si < 0 ? "(" + si + ")" : Double.toString(si);
    }

    private ConfigurationException refused(String remark) {
        return setting.refused("\"" + text + "\"" + remark, ALLOWED, EXAMPLE);
    }
}
