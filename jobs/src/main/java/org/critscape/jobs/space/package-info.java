/**
 * The design space: the catalogue of inputs, axes over them, and the function from an index to one case.
 *
 * <p>Nothing here knows configuration files or Spark. All values are SI.
 */
@NullMarked
package org.critscape.jobs.space;

import org.jspecify.annotations.NullMarked;
