/**
 * The folder of a study: files of consecutive cases that appear whole or not at all, on any file system, and beside them
 * what the study is, what became of it, and who works on it.
 *
 * <p>{@code jobs/docs/table-spec.md} says what a reader may rely on.
 */
@NullMarked
package org.critscape.jobs.store;

import org.jspecify.annotations.NullMarked;
