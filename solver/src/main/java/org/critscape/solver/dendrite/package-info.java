/** When a lithium-filled flaw at the interface starts to grow: critical current and initiation site. */
@NullMarked
package org.critscape.solver.dendrite;

import org.jspecify.annotations.NullMarked;
