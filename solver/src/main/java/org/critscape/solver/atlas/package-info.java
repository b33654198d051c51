/** Interfaces interpolated over the groups of a family of shapes, from solves at nodes that it asks for itself. */
@NullMarked
package org.critscape.solver.atlas;

import org.jspecify.annotations.NullMarked;
