package org.critscape.jobs.sweep;

/** Hears how far a sweep has come. */
public interface Progress extends AutoCloseable {
    /**
     * Called now and then, from any thread, one call at a time.
     *
     * @param done cases with an outcome so far
     * @param failed those of them that are not solved
     */
    void advance(long done, long failed);

    @Override
    void close();
}
