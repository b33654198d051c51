package org.critscape.jobs.config;

/**
 * How a study uses an atlas, from the keys below {@code atlas}.
 *
 * @param folder where solves are kept and found again, {@code atlas.folder}
 * @param tolerance relative error of the critical current, {@code atlas.tolerance} [1]
 * @param currentTolerance relative error of the largest current ratio, {@code atlas.current-tolerance} [1]
 * @param flagsBeyond whether rows beyond the tolerance stay as inaccurate ones, {@code atlas.beyond}; else they are solved
 *     directly
 * @param largestNodes most coarse solves of a family, {@code atlas.largest-nodes}
 * @param audit how many rows are solved directly to compare, {@code atlas.audit}
 */
public record AtlasSettings(
        String folder, double tolerance, double currentTolerance, boolean flagsBeyond, int largestNodes, int audit) {
    /** What of them decides numbers, for the identity of a study. */
    public String identity() {
        return "atlas " + tolerance + " " + currentTolerance + " " + flagsBeyond + " " + largestNodes;
    }
}
