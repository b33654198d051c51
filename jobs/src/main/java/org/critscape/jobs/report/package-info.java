/** Figures as PNG and SVG, and pages that need nothing beside themselves. */
@NullMarked
package org.critscape.jobs.report;

import org.jspecify.annotations.NullMarked;
