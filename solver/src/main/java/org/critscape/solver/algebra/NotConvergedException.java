package org.critscape.solver.algebra;

/** An iteration or a factorisation stopped short of its tolerance; carries what it had reached. */
public final class NotConvergedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int iterations;
    private final double residual;

    /**
     * @param message what did not converge, how far it came, and advice
     * @param iterations steps taken
     * @param residual last relative residual [1]
     */
    public NotConvergedException(String message, int iterations, double residual) {
        super(message);
        this.iterations = iterations;
        this.residual = residual;
    }

    /** Steps taken. */
    public int iterations() {
        return iterations;
    }

    /** Last relative residual [1]. */
    public double residual() {
        return residual;
    }
}
