package org.critscape.jobs.report.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.sweep.SparkEngine;
import org.junit.jupiter.api.Test;

/** Samples, fronts and losses of more cases than a page shows. */
class SampleTest {
    private static final int CASES = 5000;

    private static StudyCases study(SparkSession spark, int partitions) {
        Dataset<Row> cases = spark.range(0, CASES, 1, partitions)
                .selectExpr(
                        "id AS case_index",
                        "sha2(CAST(id AS STRING), 256) AS case_id",
                        "'egg-box' AS topography",
                        "'solved' AS status",
                        "CAST(NULL AS STRING) AS failure_code",
                        "1e-9 * (5000 + id) AS peak_height_m",
                        "0.9D + 1e-4D * (id % 2500) AS enhancement",
                        "0.001D AS critical_current_error");
        return new StudyCases(
                cases,
                List.of(Variable.ofAmounts("peak_height_m", "peak height", "m", List.of(), 5e-6, 9.999e-6)),
                Result.ENHANCEMENT);
    }

    @Test
    void aSampleIsTheSameInAnyOrderAndHasTheBest() throws IOException {
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            StudyCases study = study(spark, 3);
            Row best = study.best().orElseThrow();
            assertThat(best.<Long>getAs("case_index")).isEqualTo(2499);
            Sample sample = Sample.read(study, best);
            assertThat(sample.rows()).hasSize(Sample.MOST);
            assertThat(sample.solved()).isEqualTo(CASES);
            assertThat(sample.rows()).anyMatch(row -> row.<Long>getAs("case_index") == 2499L);
            assertThat(sample.rows())
                    .isEqualTo(Sample.read(study(spark, 7), best).rows());

            List<Front.Point> front = Front.read(study).points();
            assertThat(front).hasSizeLessThanOrEqualTo(500);
            assertThat(front.get(front.size() - 1).index()).isEqualTo(2499);
            assertThat(front).isSortedAccordingTo(Comparator.comparingDouble(Front.Point::value));

            Losses losses = Losses.read(study).orElseThrow();
            assertThat(losses.most().share()).isEqualTo(1);
            assertThat(losses.least().share()).isZero();
        }
    }
}
