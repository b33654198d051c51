/** Dimensionless groups: which cases share a solution. */
@NullMarked
package org.critscape.solver.similarity;

import org.jspecify.annotations.NullMarked;
