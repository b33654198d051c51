/** The command line: commands, what they print, exit codes (README.md lists them). */
@NullMarked
package org.critscape.jobs.cli;

import org.jspecify.annotations.NullMarked;
