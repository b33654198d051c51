package org.critscape.jobs.surrogate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.critscape.jobs.dataset.DatasetFolder;

/**
 * What a surrogate is and how well it does: the file beside the model. Without times, so that the same data give the same
 * bytes.
 *
 * @param study whose cases it learned
 * @param studyHash of that study
 * @param modelVersion of the solver behind the data
 * @param target column that is learned, by its ln
 * @param seed of the draw of rows and of the descent
 * @param degree of the polynomial, chosen by the validation rows
 * @param weights number of terms that have a weight
 * @param band relative error that nine tenths of the validation rows do not exceed [1]
 * @param splits scores of those that have rows
 * @param inputs what the model's numbers are made of
 * @param words columns whose words, joined by "|", are the kind of a case
 * @param terms columns of the model's input, in their order
 */
public record SurrogateScores(
        String study,
        String studyHash,
        String modelVersion,
        String target,
        long seed,
        int degree,
        long weights,
        double band,
        List<SplitScore> splits,
        List<Input> inputs,
        List<String> words,
        List<Term> terms) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** Copies the lists. */
    public SurrogateScores {
        splits = List.copyOf(splits);
        inputs = List.copyOf(inputs);
        words = List.copyOf(words);
        terms = List.copyOf(terms);
    }

    /**
     * An input: x is the column, its formula is scaled from low…high to −1…1, and a null counts as 0.
     *
     * @param column of the data set
     * @param formula of x
     * @param low what becomes −1
     * @param high what becomes 1
     */
    public record Input(String column, String formula, double low, double high) {}

    /**
     * A term: the product of the Legendre polynomials of the inputs, of these degrees.
     *
     * @param kind outside of which the term is 0; empty for all cases
     * @param degrees one for each input
     */
    public record Term(String kind, List<Integer> degrees) {}

    static SurrogateScores of(
            DatasetFolder data, String target, long seed, Surrogate surrogate, double band, List<SplitScore> splits) {
        Terms terms = surrogate.terms();
        return new SurrogateScores(
                data.description().study().name(),
                data.description().study().hash(),
                data.description().study().modelVersion(),
                target,
                seed,
                terms.terms().stream()
                        .mapToInt(term -> term.degrees().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .max()
                        .orElse(0),
                surrogate.weights(),
                band,
                splits,
                terms.ranges().stream()
                        .map(range ->
                                new Input(range.input().column(), range.input().formula(), range.low(), range.high()))
                        .toList(),
                LearningCases.WORDS,
                terms.terms().stream()
                        .map(term -> new Term(term.kind().orElse(""), term.degrees()))
                        .toList());
    }

    /** As a file holds it. */
    public byte[] json() {
        try {
            return (JSON.writeValueAsString(this) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
