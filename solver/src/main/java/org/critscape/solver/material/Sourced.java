package org.critscape.solver.material;

/**
 * A number and where it comes from.
 *
 * @param value in the SI unit of its {@link MaterialProperty}
 * @param provenance where it comes from
 */
public record Sourced(double value, Provenance provenance) {
    static Sourced cited(double value, String reference) {
        return new Sourced(value, new Provenance(Provenance.Kind.CITED, reference));
    }

    static Sourced assumed(double value, String reason) {
        return new Sourced(value, new Provenance(Provenance.Kind.ASSUMED, reason));
    }

    static Sourced chosen(double value, String reason) {
        return new Sourced(value, new Provenance(Provenance.Kind.CHOSEN, reason));
    }
}
