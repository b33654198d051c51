package org.critscape.jobs.space;

/** The families of interfaces that {@code topography.shape} names. */
public enum Shape {
    FLAT,
    EGG_BOX,
    SQUARE_PYRAMID,
    FRUSTUM,
    RIDGE,
    HEIGHT_MAP,
    ROUGH
}
