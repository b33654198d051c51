/** Constants with their source and checked physical values; everything is in SI units. */
@NullMarked
package org.critscape.solver.quantity;

import org.jspecify.annotations.NullMarked;
