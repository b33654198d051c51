/** The fields of one case as files that plotting programs read. */
@NullMarked
package org.critscape.jobs.field;

import org.jspecify.annotations.NullMarked;
