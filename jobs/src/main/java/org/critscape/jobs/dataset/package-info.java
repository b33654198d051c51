/** Data sets for surrogate models: the solved cases of a study, split so that no solve is on both sides. */
@NullMarked
package org.critscape.jobs.dataset;

import org.jspecify.annotations.NullMarked;
