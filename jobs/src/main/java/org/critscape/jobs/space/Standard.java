package org.critscape.jobs.space;

import java.util.Optional;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.MaterialProperty;
import org.critscape.solver.material.Provenance;
import org.critscape.solver.material.Sourced;

/** Where an input's default comes from. */
sealed interface Standard {
    Optional<Sourced> resolve(MaterialPreset material);

    /** No default: the input must be given, for instance as the example [SI]. */
    record None(double example) implements Standard {
        @Override
        public Optional<Sourced> resolve(MaterialPreset material) {
            return Optional.empty();
        }
    }

    /** No default: where it is given, as the example [SI], another input is not used. */
    record Alternative(double example) implements Standard {
        @Override
        public Optional<Sourced> resolve(MaterialPreset material) {
            return Optional.empty();
        }
    }

    /** The same for every material. */
    record Fixed(Sourced sourced) implements Standard {
        @Override
        public Optional<Sourced> resolve(MaterialPreset material) {
            return Optional.of(sourced);
        }
    }

    /** Given by the preset. */
    record OfMaterial(MaterialProperty property) implements Standard {
        @Override
        public Optional<Sourced> resolve(MaterialPreset material) {
            return Optional.of(material.sourced(property));
        }
    }

    static Standard none(double example) {
        return new None(example);
    }

    static Standard alternative(double example) {
        return new Alternative(example);
    }

    static Standard of(MaterialProperty property) {
        return new OfMaterial(property);
    }

    static Standard cited(double value, String reference) {
        return fixed(value, Provenance.Kind.CITED, reference);
    }

    static Standard assumed(double value, String reason) {
        return fixed(value, Provenance.Kind.ASSUMED, reason);
    }

    static Standard chosen(double value, String reason) {
        return fixed(value, Provenance.Kind.CHOSEN, reason);
    }

    private static Standard fixed(double value, Provenance.Kind kind, String reference) {
        return new Fixed(new Sourced(value, new Provenance(kind, reference)));
    }
}
