package org.critscape.solver.cell;

import org.critscape.solver.dendrite.Flaw;
import org.critscape.solver.material.Electrolyte;
import org.critscape.solver.material.Kinetics;
import org.critscape.solver.material.Lithium;
import org.critscape.solver.topography.Topography;

/** One case of a design space: a contoured interface between two materials, run at one state. */
public record DesignCase(
        Topography topography,
        Electrolyte electrolyte,
        Kinetics kinetics,
        Lithium lithium,
        Flaw flaw,
        Operation operation,
        SolverSettings settings) {}
