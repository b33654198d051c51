/** Plans a design space into tasks, solves them on Spark or in a plain loop, and commits the tables at once. */
@NullMarked
package org.critscape.jobs.sweep;

import org.jspecify.annotations.NullMarked;
