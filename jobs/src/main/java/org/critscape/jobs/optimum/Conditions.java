package org.critscape.jobs.optimum;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.BindReferences;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.package$;
import org.apache.spark.sql.catalyst.optimizer.ReplaceExpressions;
import org.apache.spark.sql.catalyst.optimizer.RewriteWithExpression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.critscape.jobs.table.CaseTable;
import org.critscape.jobs.table.RowPredicate;
import scala.Function1;

/** Predicates that a surface must meet, over whole tables and, without the engine, over single rows. */
final class Conditions {
    private final List<RowPredicate> predicates;
    private final List<Expression> bound = new ArrayList<>();
    private final Function1<Object, Object> toCatalyst;

    /** Compiles predicates; throws InvalidInputException where the engine cannot tell one of a row. */
    Conditions(SparkSession spark, List<RowPredicate> predicates) {
        this.predicates = List.copyOf(predicates);
        this.toCatalyst = CatalystTypeConverters.createToCatalystConverter(CaseTable.TABLE.schema());
        Dataset<Row> none = spark.createDataFrame(List.of(), CaseTable.TABLE.schema());
        for (RowPredicate predicate : predicates) {
            bound.add(predicate.told(() -> bind(none.where(predicate.sql()))));
        }
    }

    private static Expression bind(Dataset<Row> filtered) {
        LogicalPlan analyzed = ((org.apache.spark.sql.classic.Dataset<Row>) filtered)
                .queryExecution()
                .analyzed();
        // What a BETWEEN names once is written out wherever it stands; a single row has no plan to compute it in.
        filtered.sparkSession().conf().set("spark.sql.alwaysInlineCommonExpr", true);
        LogicalPlan plan = RewriteWithExpression.apply(ReplaceExpressions.apply(analyzed));
        Filter filter = (Filter) plan;
        return BindReferences.bindReference(
                filter.condition(), package$.MODULE$.AttributeSeq(filter.child().output()), false);
    }

    /** The rows that meet all. */
    Dataset<Row> of(Dataset<Row> rows) {
        Dataset<Row> left = rows;
        for (RowPredicate predicate : predicates) {
            left = predicate.of(left);
        }
        return left;
    }

    /** As they were written. */
    List<String> texts() {
        return predicates.stream().map(RowPredicate::sql).toList();
    }

    /** Whether a row meets all; what cannot be told does not, as in SQL. */
    boolean hold(Row row) {
        if (bound.isEmpty()) {
            return true;
        }
        InternalRow internal = (InternalRow) toCatalyst.apply(row);
        try {
            return bound.stream().allMatch(condition -> Boolean.TRUE.equals(condition.eval(internal)));
        } catch (RuntimeException untold) {
            if (untold instanceof SparkThrowable) {
                return false; // As a division by zero.
            }
            throw untold;
        }
    }
}
