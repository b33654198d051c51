package org.critscape.jobs.atlas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;
import org.critscape.jobs.sweep.NumberTasks;
import org.critscape.solver.atlas.Family;
import org.critscape.solver.atlas.FamilyBuild;
import org.critscape.solver.atlas.FamilyBuild.Answer;
import org.critscape.solver.atlas.FamilyBuild.Built;
import org.critscape.solver.atlas.FamilyBuild.Demand;
import org.critscape.solver.atlas.FamilyBuild.Request;
import org.jspecify.annotations.Nullable;

/** Builds the atlases of a study: what the folder does not hold is solved on Spark, all families at a time. */
public final class AtlasBuilder {
    private final AtlasFolder folder;
    private final @Nullable JavaSparkContext spark;
    private final Consumer<String> news;
    private final BooleanSupplier isStopped;

    /**
     * @param spark null where nothing may be solved
     * @param news takes a sentence after each batch of solves
     * @param isStopped whether to end, asked between batches
     */
    public AtlasBuilder(
            AtlasFolder folder, @Nullable JavaSparkContext spark, Consumer<String> news, BooleanSupplier isStopped) {
        this.folder = folder;
        this.spark = spark;
        this.news = news;
        this.isStopped = isStopped;
    }

    /** The build was told to end; what it solved is kept. */
    public static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException() {
            super("the atlas is not complete");
        }
    }

    /** The engine was shut down, as a signal does. */
    public static final class EngineStoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EngineStoppedException(Throwable cause) {
            super("the engine was shut down", cause);
        }
    }

    /** A solve is needed, and none may be made. */
    public static final class MissingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }

    /** A family with its atlas. */
    public record Made(Demand demand, Built built) {}

    /** The atlases of some demands, in their order; they depend on nothing but the demands. */
    public List<Made> build(List<Demand> demands) throws IOException {
        if (demands.isEmpty()) {
            return List.of();
        }
        ExecutorService threads = Executors.newFixedThreadPool(demands.size(), task -> {
            Thread thread = new Thread(task, "atlas");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<CompletableFuture<Made>> running = demands.stream()
                    .map(demand -> CompletableFuture.supplyAsync(
                            () -> new Made(demand, FamilyBuild.build(demand, this::solve)), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failure) {
            if (spark != null && spark.sc().isStopped()) {
                throw new EngineStoppedException(failure);
            }
            if (failure.getCause() instanceof UncheckedIOException unchecked) {
                throw unchecked.getCause();
            } else if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Answer> solve(Family family, List<Request> requests) {
        List<Request> missing = requests.stream()
                .filter(request -> folder.find(family, request).isEmpty())
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            add(family, missing);
        }
        return requests.stream()
                .map(request -> folder.find(family, request).orElseThrow())
                .toList();
    }

    private void add(Family family, List<Request> missing) {
        if (spark == null) {
            throw new MissingException(missing.size() + " solves of the family " + family.words() + " at least");
        } else if (isStopped.getAsBoolean()) {
            throw new StoppedException();
        }
        long start = System.nanoTime();
        List<double[]> numbers = missing.stream().map(NodeTask::encode).toList();
        List<Answer> answers = NumberTasks.run(spark, numbers, new NodeTask(family)).stream()
                .map(NodeTask::decode)
                .toList();
        try {
            folder.add(family, missing, answers);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        AtlasFolder.Counts counts = Optional.ofNullable(folder.counts().get(AtlasFolder.key(family)))
                .orElseThrow();
        news.accept(String.format(
                Locale.ROOT,
                "atlas, %s: %d solves, %d of them on the finer mesh, the last %d in %.0f s",
                family.words(),
                counts.coarse(),
                counts.fine(),
                missing.size(),
                (System.nanoTime() - start) / 1e9));
    }
}
