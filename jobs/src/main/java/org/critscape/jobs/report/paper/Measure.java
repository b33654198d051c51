package org.critscape.jobs.report.paper;

/** A result that the checks compare, with the columns that hold it and its estimated relative error. */
public enum Measure {
    /** Area of the interface by projected area; its quadrature is exact to many digits. */
    AREA_RATIO("area_ratio", "", "1", 1),
    /** Largest local current density at 1 mA/cm², which is the largest current ratio. */
    LARGEST_CURRENT("current_ratio_max", "current_ratio_error", "mA/cm²", 1),
    /** Largest excess pressure at 1 mA/cm². */
    LARGEST_PRESSURE("excess_pressure_max_pa", "pressure_function_error", "MPa", 1e-6),
    /** Critical current. */
    CRITICAL_CURRENT("critical_current_a_per_m2", "critical_current_error", "mA/cm²", 0.1),
    /** Critical current by that of the flat interface. */
    ENHANCEMENT("enhancement", "critical_current_error", "1", 1),
    /** Relative change of the largest current by pressure coupling; as uncertain as the pressure that makes it. */
    COUPLING_CHANGE("pressure_coupling_change", "pressure_function_error", "%", 100);

    private final String column;
    private final String errorColumn;
    private final String unit;
    private final double scale;

    Measure(String column, String errorColumn, String unit, double scale) {
        this.column = column;
        this.errorColumn = errorColumn;
        this.unit = unit;
        this.scale = scale;
    }

    /** The column of the value [SI]. */
    String column() {
        return column;
    }

    /** The column of its relative error; empty where it has none. */
    String errorColumn() {
        return errorColumn;
    }

    /** The unit of estimates. */
    String unit() {
        return unit;
    }

    /** The estimate by the value in SI. */
    double scale() {
        return scale;
    }
}
