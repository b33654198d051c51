/** Bases, quadrature, sum factorisation, dense kernels and the direct solver; no physics. */
@NullMarked
package org.critscape.solver.algebra;

import org.jspecify.annotations.NullMarked;
