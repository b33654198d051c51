package org.critscape.solver.material;

/** How current passes the lithium/electrolyte interface. */
public sealed interface Kinetics {
    /** Interfacial resistance at a temperature [K]; 0 without kinetics [Ω m²]. */
    double resistanceAt(double temperature);

    /** Primary distribution: no interfacial resistance. */
    record Primary() implements Kinetics {
        @Override
        public double resistanceAt(double temperature) {
            return 0;
        }
    }
}
