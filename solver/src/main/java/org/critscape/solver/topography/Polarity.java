package org.critscape.solver.topography;

/** Which phase carries the apex of the shape. */
public enum Polarity {
    /** h as tabulated: the apex is lithium protruding into the electrolyte. */
    LITHIUM,
    /** −h: the apex is electrolyte protruding into the lithium. */
    ELECTROLYTE
}
