package org.critscape.jobs.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What the user may have meant. */
public final class Nearest {
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** Shorter parts occur in too many words to mean anything. */
    private static final int SHORTEST_PART = 3;

    /**
     * The candidate that a word is a slip of: one of the same letters or with these initials (lhs is latin-hypercube),
     * one that it is a part of or that is a part of it, else one with few of its letters changed. Capitals do not count.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        Comparator<String> nearness = Comparator.comparingInt(candidate -> distance(word, candidate));
        return candidates.stream()
                .filter(candidate -> letters(word).equals(letters(candidate)) && !word.isEmpty())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(candidate -> isAbbreviation(small(word), small(candidate)))
                        .findFirst())
                .or(() -> candidates.stream()
                        .filter(candidate -> isPart(word, candidate) || isPart(candidate, word))
                        .min(nearness))
                .or(() -> candidates.stream()
                        .min(nearness)
                        .filter(candidate -> distance(word, candidate) <= limit(candidate)));
    }

    private static String letters(String word) {
        return small(word).replaceAll("[-_ ]", "");
    }

    /** Whether a short word begins with the initials of a word of several parts, with at most a letter more. */
    private static boolean isAbbreviation(String word, String candidate) {
        String initials = candidate.replaceAll("([a-z])[a-z0-9]*-?", "$1");
        return initials.length() > 1
                && candidate.contains("-")
                && !candidate.contains(".")
                && word.startsWith(initials)
                && word.length() <= initials.length() + 1;
    }

    private static boolean isPart(String part, String whole) {
        return part.length() >= SHORTEST_PART && small(whole).contains(small(part));
    }

    private static int distance(String word, String candidate) {
        return DISTANCE.apply(small(word), small(candidate));
    }

    private static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
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
