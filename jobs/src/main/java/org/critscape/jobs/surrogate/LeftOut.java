package org.critscape.jobs.surrogate;

/**
 * How many rows a surrogate does not learn from.
 *
 * @param flat of the flat interface, whose enhancement is 1
 * @param withoutLogarithm contoured, with a target that is not above 0
 */
public record LeftOut(long flat, long withoutLogarithm) {}
