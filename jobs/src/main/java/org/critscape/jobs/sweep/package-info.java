/** Plans a design space into tasks, solves them on Spark, and commits the tables at once. */
@NullMarked
package org.critscape.jobs.sweep;

import org.jspecify.annotations.NullMarked;
