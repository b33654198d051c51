package org.critscape.jobs.space;

/** How the levels of an axis follow from one another. */
public enum Spacing {
    /** Each is written down. */
    LISTED,
    /** Even steps. */
    LINEAR,
    /** A constant ratio. */
    LOGARITHMIC
}
