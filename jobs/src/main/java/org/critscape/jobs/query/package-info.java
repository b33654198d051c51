/** Questions to a study in SQL: its tables as views, and statements that only read. */
@NullMarked
package org.critscape.jobs.query;

import org.jspecify.annotations.NullMarked;
