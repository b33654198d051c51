package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparkEngineTest {
    @ParameterizedTest
    @CsvSource({
        "spark.hadoop.fs.azure.account.key.me.blob.core.windows.net, x",
        "spark.hadoop.fs.s3a.encryption.key, x",
        "spark.hadoop.fs.s3a.access.key, x",
        "spark.ssl.keyPassword, x",
        "my.api-key, x",
        "some.key, x",
        "spark.hadoop.url, https://me:word@host/"
    })
    void whatMayBeASecretIsRedacted(String name, String value) {
        assertThat(SparkEngine.shown(name, value)).isEqualTo("(redacted)");
    }

    @ParameterizedTest
    @CsvSource({"spark.kryo.registrator, KryoClasses", "spark.hadoop.keyboard, us", "spark.ui.retainedTasks, 500"})
    void whatIsNoneIsShown(String name, String value) {
        assertThat(SparkEngine.shown(name, value)).isEqualTo(value);
    }
}
