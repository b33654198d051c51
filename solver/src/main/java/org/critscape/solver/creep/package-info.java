/** Power-law creep of the lithium and the pressure it puts on the interface. */
@NullMarked
package org.critscape.solver.creep;

import org.jspecify.annotations.NullMarked;
