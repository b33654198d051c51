/** The command line: commands, what they print, exit codes (0 done, 1 a bug or a lost engine, 2 bad input). */
@NullMarked
package org.critscape.jobs.cli;

import org.jspecify.annotations.NullMarked;
