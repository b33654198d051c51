/** Current distribution in the electrolyte, primary and secondary. */
@NullMarked
package org.critscape.solver.current;

import org.jspecify.annotations.NullMarked;
