package org.critscape.jobs.space;

import org.critscape.solver.material.Arrhenius;

/**
 * What the catalogue says of one input.
 *
 * @param path the configuration key
 * @param domain what the input may hold
 * @param meaning what it is, in one sentence or two
 * @param standard where its default comes from
 */
record Input(String path, Domain domain, String meaning, Standard standard) {
    /** The domain of every Arrhenius energy. */
    static Domain.Interval activationEnergy() {
        return Domain.amount(Dimension.MOLAR_ENERGY, 0, Arrhenius.HIGHEST_ACTIVATION_ENERGY);
    }
}
