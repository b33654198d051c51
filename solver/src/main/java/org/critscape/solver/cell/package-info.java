/** One design case to one outcome: current, creep and growth joined. */
@NullMarked
package org.critscape.solver.cell;

import org.jspecify.annotations.NullMarked;
