package org.critscape.jobs.sweep;

/** A case made the program fail in a way nobody foresaw. It stops the job: what it computes cannot be trusted. */
public final class CaseBugException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long index;

    /**
     * A bug met in one case.
     *
     * @param index position of the case in its design space
     * @param cause what was thrown
     */
    public CaseBugException(long index, Throwable cause) {
        this(index, "case " + index + " met a bug, " + cause, cause);
    }

    /** The same as another machine told it. */
    CaseBugException(long index, String message, Throwable cause) {
        super(message, cause);
        this.index = index;
    }

    /** Position of the case in its design space. */
    public long index() {
        return index;
    }
}
