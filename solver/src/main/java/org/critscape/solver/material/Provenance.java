package org.critscape.solver.material;

/**
 * Where a number comes from.
 *
 * @param kind how far it can be trusted
 * @param reference the publication with its DOI, or the reason for an assumption or a choice
 */
public record Provenance(Kind kind, String reference) {
    /** Measured by someone, guessed by us, or set on purpose. */
    public enum Kind {
        /** Stated for this material, or one of its kind, by the publication named. */
        CITED,
        /** No source was at hand: plausible, a proxy, or remembered. Never present it as measured. */
        ASSUMED,
        /** Set within a published range, or for the purpose that the reference gives. */
        CHOSEN
    }
}
