package org.critscape.jobs.cli;

/** The run cannot go on, through no fault of its input. The message is shown as it is; exit code 1. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException(String message, Throwable cause) {
        super(message, cause);
    }
}
