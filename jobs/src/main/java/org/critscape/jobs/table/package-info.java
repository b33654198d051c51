/**
 * The tables a sweep writes: their columns, and the only way from a case and its outcome to a row.
 *
 * <p>The specification is {@code jobs/docs/table-spec.md}; {@code TableSpecTest} holds both together.
 */
@NullMarked
package org.critscape.jobs.table;

import org.jspecify.annotations.NullMarked;
