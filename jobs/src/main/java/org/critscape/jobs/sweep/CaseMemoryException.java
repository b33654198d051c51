package org.critscape.jobs.sweep;

/** A case ran out of memory where its solver could not make a row of that. */
public final class CaseMemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long index;

    /**
     * The error is told but not carried: Spark ends a process that meets it anywhere in a chain of causes.
     *
     * @param index position of the case in its design space
     * @param error what was thrown
     */
    public CaseMemoryException(long index, OutOfMemoryError error) {
        this(index, "case " + index + " ran out of memory, " + error);
    }

    /** The same as another machine told it. */
    CaseMemoryException(long index, String message) {
        super(message);
        this.index = index;
    }

    /** Position of the case in its design space. */
    public long index() {
        return index;
    }
}
