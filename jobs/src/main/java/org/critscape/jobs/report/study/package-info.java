/** The page of one study: what its tables answer, sampled and binned so that it stays small. */
@NullMarked
package org.critscape.jobs.report.study;

import org.jspecify.annotations.NullMarked;
