package org.critscape.solver.topography;

/** Placeholder of the first commit. */
public interface FundamentalCell {}
