/** Conduction, interface kinetics, creep and fracture of the two solids, and sourced presets of them. */
@NullMarked
package org.critscape.solver.material;

import org.jspecify.annotations.NullMarked;
