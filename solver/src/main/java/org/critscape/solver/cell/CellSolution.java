package org.critscape.solver.cell;

/**
 * The numbers of one case, whether or not they are as accurate as asked for; what takes lithium is NaN where none is
 * solved. With kinetics that depend on the current, current ratios and pressures are those at a
 * geometrical current density of 10 A/m²; the critical current and its site come from the fields at that current.
 *
 * @param wagnerNumber λ = κ R_ct / S [1]
 * @param areaRatio interface area by projected area [1]
 * @param filteredPeakHeight peak-to-trough height after filtering by the edge resolution [m]
 * @param currentRatioMax max of k = i/i_geo over the interface [1]
 * @param currentRatioMin min of k [1]
 * @param pressureFunctionMax max of Π over the interface [1]
 * @param pressureFunctionTip Π at the tip of the lithium protrusion [1]
 * @param excessPressureMax max of Δp at a geometrical current density of 10 A/m² [Pa]
 * @param criticalCurrent geometrical current density at which a dendrite starts to grow [A/m²]
 * @param flatCriticalCurrentAtState the same for the flat interface at this case's temperature and stack pressure [A/m²]
 * @param enhancement E, criticalCurrent by flatCriticalCurrentAtState; 0 where dendrites grow at any current [1]
 * @param siteX initiation site, x in −S/2..S/2 [m]
 * @param siteY initiation site, y in −S/2..S/2 [m]
 * @param currentRatioError estimated relative error of currentRatioMax by discretisation [1]
 * @param pressureFunctionError the same of pressureFunctionMax and pressureFunctionTip, by the former [1]
 * @param criticalCurrentError the same of criticalCurrent and enhancement, from both [1]
 * @param pressureCouplingChange relative change of the largest current ratio at 10 A/m² that pressure makes; NaN without
 *     pressure coupling [1]
 * @param normalTractionMax max over the interface of T, the normal traction beyond the stack pressure by σ0 [1]
 * @param normalTractionTip T at the tip of the lithium protrusion [1]
 * @param unloadedHalfOpening b0, half opening of the flaw without pressure, given or implied by the calibration [m]
 * @param halfOpening b, half opening of the flaw when it grows [m]
 * @param warning what the reader should know about this case, or empty
 * @param effort size and cost
 */
public record CellSolution(
        double wagnerNumber,
        double areaRatio,
        double filteredPeakHeight,
        double currentRatioMax,
        double currentRatioMin,
        double pressureFunctionMax,
        double pressureFunctionTip,
        double excessPressureMax,
        double criticalCurrent,
        double flatCriticalCurrentAtState,
        double enhancement,
        double siteX,
        double siteY,
        double currentRatioError,
        double pressureFunctionError,
        double criticalCurrentError,
        double pressureCouplingChange,
        double normalTractionMax,
        double normalTractionTip,
        double unloadedHalfOpening,
        double halfOpening,
        String warning,
        SolveEffort effort) {}
