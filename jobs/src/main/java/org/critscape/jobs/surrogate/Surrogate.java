package org.critscape.jobs.surrogate;

import ai.onnx.proto.OnnxMl;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.SparseModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.slm.ElasticNetCDTrainer;
import org.tribuo.regression.slm.SparseLinearModel;

/**
 * A baseline: ln of the target as a linear combination of {@link Terms}, an elastic net of Tribuo (coordinate descent after
 * Friedman, Hastie and Tibshirani, doi:10.18637/jss.v033.i01) with a penalty that is there for stability alone.
 */
final class Surrogate {
    private static final String DIMENSION = "ln_target";
    private static final double PENALTY = 1e-5;
    private static final double SPARSE_SHARE = 0.1;
    private static final double TOLERANCE = 1e-7;
    private static final int MOST_ITERATIONS = 500;

    /** Held, since loggers that nobody holds forget their level. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private final Terms terms;
    private final String[] names;
    private final SparseLinearModel model;

    private Surrogate(Terms terms, SparseLinearModel model) {
        this.terms = terms;
        this.names = terms.names();
        this.model = model;
    }

    /**
     * Learns from rows.
     *
     * @param terms of a degree, of the same rows
     * @param seed of the order in which coordinates descend
     */
    static Surrogate train(List<LearningCase> rows, Terms terms, long seed) {
        TRIBUO.setLevel(Level.WARNING);
        RegressionFactory factory = new RegressionFactory();
        OffsetDateTime never = OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
        MutableDataset<Regressor> examples =
                new MutableDataset<>(new SimpleDataSourceProvenance("critscape", never, factory), factory);
        String[] names = terms.names();
        rows.forEach(row -> examples.add(example(terms, names, row)));
        SparseModel<Regressor> trained =
                new ElasticNetCDTrainer(PENALTY, SPARSE_SHARE, TOLERANCE, MOST_ITERATIONS, true, seed).train(examples);
        return new Surrogate(terms, (SparseLinearModel) trained);
    }

    private static Example<Regressor> example(Terms terms, String[] names, LearningCase row) {
        return new ArrayExample<>(new Regressor(DIMENSION, StrictMath.log(row.target())), names, terms.values(row));
    }

    /** The target of a case, in its unit. */
    double predict(LearningCase row) {
        return StrictMath.exp(predictLogarithm(row));
    }

    /** ln of the target of a case. */
    double predictLogarithm(LearningCase row) {
        return model.predict(example(terms, names, row)).getOutput().getValues()[0];
    }

    Terms terms() {
        return terms;
    }

    /** Number of terms that have a weight. */
    long weights() {
        return model.getWeights().values().stream()
                .mapToLong(weights -> weights.numActiveElements())
                .sum();
    }

    /**
     * The model in the format of ONNX: input {@code [cases, terms]} in single precision, output ln of the target. What Tribuo
     * notes of machine and time is left out, so that the same training gives the same bytes.
     *
     * @param about what the file says of itself
     */
    byte[] onnx(String about) {
        OnnxMl.ModelProto exported = model.exportONNXModel("org.critscape.surrogate", 1);
        return exported.toBuilder()
                .clearMetadataProps()
                .setDocString(about)
                .build()
                .toByteArray();
    }
}
