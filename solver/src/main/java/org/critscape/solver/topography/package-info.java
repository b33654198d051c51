/** Periodic lithium/electrolyte interfaces and the smallest cell that mirrors complete. */
@NullMarked
package org.critscape.solver.topography;

import org.jspecify.annotations.NullMarked;
