/** Hexahedra fitted to the interface, graded by its shape, with continuous nodal polynomials on them. */
@NullMarked
package org.critscape.solver.mesh;

import org.jspecify.annotations.NullMarked;
