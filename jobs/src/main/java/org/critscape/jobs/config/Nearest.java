package org.critscape.jobs.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What the user may have meant. */
final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** The candidate that a word is a slip of, with few of its letters changed. */
    static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> DISTANCE.apply(word, candidate)))
                .filter(candidate -> DISTANCE.apply(word, candidate) <= limit(candidate));
    }

    /** The same for keys, of which the group may be missing or wrong: "peak-height", "interface.conductivity". */
    static Optional<String> toKey(String key, Collection<String> keys) {
        return to(key, keys).or(() -> {
            Optional<String> last =
                    to(lastName(key), keys.stream().map(Nearest::lastName).toList());
            return keys.stream()
                    .filter(candidate -> last.equals(Optional.of(lastName(candidate))))
                    .findFirst();
        });
    }

    private static int limit(String candidate) {
        return Math.min(candidate.length() - 1, Math.max(2, candidate.length() / 3));
    }

    private static String lastName(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
