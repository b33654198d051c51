package org.critscape.jobs.sweep;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Runs an action whenever a task of the engine has ended; its accumulators are up to date by then. */
final class TaskEndListener extends SparkListener {
    private final Runnable action;

    TaskEndListener(Runnable action) {
        this.action = action;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        action.run();
    }
}
