/** The best surfaces of a study: refined between its cases, confirmed, and what they depend on. */
@NullMarked
package org.critscape.jobs.optimum;

import org.jspecify.annotations.NullMarked;
