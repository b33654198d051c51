/** Builds atlases on Spark, keeps their solves, and answers cases by them. */
@NullMarked
package org.critscape.jobs.atlas;

import org.jspecify.annotations.NullMarked;
