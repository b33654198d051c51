/** The surfaces of Zhang et al. 2024, the eleven checks of its conclusions, and the figures that correspond to its own. */
@NullMarked
package org.critscape.jobs.report.paper;

import org.jspecify.annotations.NullMarked;
