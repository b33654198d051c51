package org.critscape.jobs.space;

import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.JexlOperator;
import org.apache.commons.jexl3.introspection.JexlPermissions;
import org.apache.commons.jexl3.introspection.JexlSandbox;

/**
 * What a constraint may say: numbers are doubles, words are only equal or not, conditions are only joined. There are no
 * functions, methods, classes, assignments or loops, and nothing is converted: what does not fit throws.
 */
final class ConstraintLanguage {
    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(JexlFeatures.createNone().script(false))
            .sandbox(new JexlSandbox(false))
            .permissions(JexlPermissions.parse("java.lang { }"))
            .arithmetic(new Arithmetic())
            .strict(true)
            .silent(false)
            .safe(false)
            .create();

    private ConstraintLanguage() {}

    static JexlExpression compile(String expression) {
        return ENGINE.createExpression(expression);
    }

    /** Doubles as Java has them, division by zero included; no other types are mixed. */
    static final class Arithmetic extends JexlArithmetic {
        Arithmetic() {
            super(true);
        }

        private static double number(Object value) {
            if (value instanceof Double number) {
                return number;
            }
            throw new ArithmeticException("not a number: " + value);
        }

        private static boolean condition(Object value) {
            if (value instanceof Boolean condition) {
                return condition;
            }
            throw new ArithmeticException("not a condition: " + value);
        }

        @Override
        public Object add(Object left, Object right) {
            return number(left) + number(right);
        }

        @Override
        public Object subtract(Object left, Object right) {
            return number(left) - number(right);
        }

        @Override
        public Object multiply(Object left, Object right) {
            return number(left) * number(right);
        }

        @Override
        public Object divide(Object left, Object right) {
            return number(left) / number(right);
        }

        @Override
        public Object negate(Object value) {
            return -number(value);
        }

        @Override
        public Object and(Object left, Object right) {
            return Boolean.logicalAnd(condition(left), condition(right));
        }

        @Override
        public Object or(Object left, Object right) {
            return Boolean.logicalOr(condition(left), condition(right));
        }

        @Override
        public Object not(Object value) {
            return !condition(value);
        }

        @Override
        public boolean equals(Object left, Object right) {
            if (left instanceof String || right instanceof String) {
                if (left instanceof String && right instanceof String) {
                    return left.equals(right);
                }
                throw new ArithmeticException("a word and no word");
            }
            return number(left) == number(right);
        }

        @Override
        public boolean lessThan(Object left, Object right) {
            return number(left) < number(right);
        }

        @Override
        public boolean lessThanOrEqual(Object left, Object right) {
            return number(left) <= number(right);
        }

        @Override
        public boolean greaterThan(Object left, Object right) {
            return number(left) > number(right);
        }

        @Override
        public boolean greaterThanOrEqual(Object left, Object right) {
            return number(left) >= number(right);
        }

        @Override
        protected int compare(Object left, Object right, JexlOperator operator) {
            return Double.compare(number(left), number(right));
        }
    }
}
