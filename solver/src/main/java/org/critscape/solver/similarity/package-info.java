/** Which cases share a solution, what a solution tells of them all, and solutions interpolated over the groups. */
@NullMarked
package org.critscape.solver.similarity;

import org.jspecify.annotations.NullMarked;
