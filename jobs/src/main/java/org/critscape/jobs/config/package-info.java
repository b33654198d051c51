/** Configuration files to studies: HOCON, units, and messages that a user can act on. */
@NullMarked
package org.critscape.jobs.config;

import org.jspecify.annotations.NullMarked;
