package org.critscape.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.critscape.jobs.sweep.SweepScene.many;
import static org.critscape.jobs.sweep.SweepScene.options;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.SparkSession;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.SweepScene.LastCounts;
import org.critscape.solver.cell.CaseOutcome;
import org.critscape.solver.cell.DesignCase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sweep onto HDFS that loses a data node while it runs. */
@Tag("cluster")
class HdfsSweepTest {
    private static final AtomicInteger SOLVED = new AtomicInteger();
    private static @Nullable MiniDFSCluster hdfs;

    @TempDir
    private Path folder;

    /** Solves, and at the hundredth case stops a data node, as a machine that is switched off. */
    private static CaseOutcome solveAndStopANode(DesignCase input) {
        if (SOLVED.incrementAndGet() == 100 && hdfs != null) {
            hdfs.stopDataNode(0);
        }
        return SampleCases.solve(input);
    }

    @Test
    @Timeout(300)
    void theTableIsThatOfALocalFolderThoughADataNodeIsLost() throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        configuration.setInt("dfs.replication", 2);
        try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(configuration)
                        .numDataNodes(3)
                        .build();
                SparkSession spark = SparkEngine.start("test", "local[2]", false)) {
            cluster.waitActive();
            Path local = folder.resolve("local");
            SweepScene.sweep(spark, many(SampleCases::solve), local);

            hdfs = cluster;
            String url = cluster.getURI() + "/studies/out";
            CaseRunner runner = many(HdfsSweepTest::solveAndStopANode);
            try (OpenStudy open =
                    OpenStudy.take(StudyFolder.of(url, configuration), StudyIdentity.of("study", runner.space()))) {
                assertThat(new Sweep(open, runner, options(), new LastCounts())
                                .run(spark)
                                .end())
                        .isEqualTo(SweepEnd.COMPLETE);
            }
            assertThat(SOLVED.get()).isEqualTo(420);
            assertThat(cluster.getDataNodes()).hasSize(2);

            assertThat(onHdfs(cluster.getFileSystem(), url + "/cases")).isEqualTo(onDisk(local.resolve("cases")));
            assertThat(spark.read().parquet(url + "/cases").count()).isEqualTo(420);
            assertThat(names(cluster.getFileSystem(), url)).containsOnlyKeys("cases", "timings", "manifest.json");
        } finally {
            hdfs = null;
        }
    }

    /** Checksums by the names of files. */
    private static Map<String, String> onHdfs(FileSystem files, String url) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (FileStatus file : files.listStatus(new org.apache.hadoop.fs.Path(url))) {
            try (InputStream in = files.open(file.getPath())) {
                sums.put(file.getPath().getName(), StudyFolder.sha256(in.readAllBytes()));
            }
        }
        return sums;
    }

    private static Map<String, Long> names(FileSystem files, String url) throws IOException {
        Map<String, Long> names = new TreeMap<>();
        for (FileStatus file : files.listStatus(new org.apache.hadoop.fs.Path(url))) {
            names.put(file.getPath().getName(), file.getLen());
        }
        return names;
    }

    private static Map<String, String> onDisk(Path table) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.list(table)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                sums.put(String.valueOf(file.getFileName()), StudyFolder.sha256(Files.readAllBytes(file)));
            }
        }
        return sums;
    }
}
