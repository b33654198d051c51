package org.critscape.solver.cell;

/** Why a case is not solved. The names are written to tables and stay stable. */
public enum FailureCode {
    /** A value or a combination of values outside what the model covers. */
    INPUT_OUT_OF_RANGE,
    /** A condition that the design itself sets. */
    EXCLUDED,
    /** The current distribution's linear solve, or Newton's method where it is nonlinear, left too large a residual. */
    CURRENT_RESIDUAL,
    /** The largest current ratio still changes too much on the finest mesh that the settings allow. */
    CURRENT_RESOLUTION,
    /** Newton's method for the creep flow did not reach its tolerance. */
    CREEP_NEWTON,
    /** The creep flow does: the error of the critical current is too large, or not all plated lithium is taken up. */
    CREEP_RESOLUTION,
    /** The atlas interpolates less accurately there than asked for. */
    ATLAS_RESOLUTION,
    /** Current and pressure did not agree on each other. */
    PRESSURE_COUPLING,
    /** No current density was found at which the flaw just grows. */
    CRITICAL_CURRENT,
    /** The case needs more memory than the process has. */
    OUT_OF_MEMORY
}
