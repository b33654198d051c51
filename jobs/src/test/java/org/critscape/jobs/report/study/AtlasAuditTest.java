package org.critscape.jobs.report.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.report.study.AtlasAudit.Answers;
import org.critscape.jobs.sweep.SparkEngine;
import org.junit.jupiter.api.Test;

/** What is counted of an atlas and of its audit. */
class AtlasAuditTest {
    private static final int ROWS = 1200;

    /** Of every three cases two are by the atlas, and the third is solved directly. */
    private static StudyCases study(SparkSession spark, Result result) {
        Dataset<Row> cases = spark.range(0, 30)
                .selectExpr(
                        "if(id % 3 = 0, 'direct', 'atlas') AS method",
                        "if(id % 3 = 0, 'outside the atlas', CAST(NULL AS STRING)) AS direct_reason");
        return new StudyCases(cases, List.of(), result);
    }

    /** All state 1 %; they are off by 0, 0.001, … 1.199 %, and direct solves state 0.1 %. Ratios are off by half. */
    private static Dataset<Row> audit(SparkSession spark) {
        return spark.range(0, ROWS, 1, 3)
                .selectExpr(
                        "id AS case_index",
                        "sha2(CAST(id AS STRING), 256) AS case_id",
                        "id * 1e-5D AS critical_current_deviation",
                        "0.01D AS critical_current_error",
                        "0.001D AS critical_current_error_direct",
                        "id * 5e-6D AS current_ratio_deviation",
                        "0.002D AS current_ratio_error",
                        "0.0005D AS current_ratio_error_direct");
    }

    @Test
    void rowsOffByMoreThanTheyStateAreCounted() throws IOException {
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            AtlasAudit audit = AtlasAudit.read(study(spark, Result.ENHANCEMENT), Optional.of(audit(spark)))
                    .orElseThrow();
            assertThat(audit.answers())
                    .containsExactly(new Answers("atlas", null, 20), new Answers("direct", "outside the atlas", 10));
            AtlasAudit.Found found = audit.found().orElseThrow();
            assertThat(found.rows()).isEqualTo(ROWS);
            // Row 1000 is off by what it states, row 1100 by the sum of both: there the last bit decides.
            assertThat(found.within()).isBetween(1000L, 1001L);
            assertThat(found.withinBoth()).isBetween(1100L, 1101L);
            assertThat(found.result().median()).isCloseTo(599.5e-5, within(1e-12));
            assertThat(found.result().largest()).isCloseTo(1199e-5, within(1e-12));
            assertThat(found.currentRatio().largest()).isCloseTo(1199 * 5e-6, within(1e-12));
            assertThat(found.points())
                    .hasSize(1000)
                    .isSortedAccordingTo((a, b) -> Long.compare(a.index(), b.index()))
                    .allSatisfy(point -> assertThat(point.observed()).isCloseTo(point.index() * 1e-5, within(1e-12)));

            // Without creep the current is what is asked, and what is judged.
            found = AtlasAudit.read(study(spark, Result.CURRENT_RATIO), Optional.of(audit(spark)))
                    .flatMap(AtlasAudit::found)
                    .orElseThrow();
            assertThat(found.within()).isBetween(400L, 401L);
            assertThat(found.result()).isEqualTo(found.currentRatio());
        }
    }

    @Test
    void studiesWithoutAnAtlasOrAnAuditHaveNone() throws IOException {
        try (SparkSession spark = SparkEngine.start("test", "local[1]", false)) {
            StudyCases study = study(spark, Result.ENHANCEMENT);
            StudyCases direct = new StudyCases(study.all().where("method = 'direct'"), List.of(), Result.ENHANCEMENT);
            assertThat(AtlasAudit.read(direct, Optional.empty())).isEmpty();
            assertThat(AtlasAudit.read(study, Optional.empty()).orElseThrow().found())
                    .isEmpty();
            assertThat(AtlasAudit.read(study, Optional.of(audit(spark).limit(0)))
                            .orElseThrow()
                            .found())
                    .isEmpty();
        }
    }
}
