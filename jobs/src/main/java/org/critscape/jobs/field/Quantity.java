package org.critscape.jobs.field;

import java.util.List;
import java.util.function.Function;
import org.critscape.solver.cell.CaseFields.ElectrolyteField;
import org.critscape.solver.cell.CaseFields.InterfaceMap;
import org.critscape.solver.cell.CaseFields.LithiumField;

/**
 * One field of a file, at all its points.
 *
 * @param name with the unit as its suffix
 * @param unit SI unit, "1" for plain numbers
 * @param components 1 for numbers, 3 for vectors
 * @param description what it holds
 * @param values component c at point i: [components · i + c]
 * @param <F> what the file is about
 */
public record Quantity<F>(String name, String unit, int components, String description, Function<F, double[]> values) {
    /** The columns of {@code interface.csv}. */
    public static final List<Quantity<InterfaceMap>> OF_INTERFACE = List.of(
            number("x_m", "m", "position, −S/2 to S/2", InterfaceMap::x),
            number("y_m", "m", "position, −S/2 to S/2", InterfaceMap::y),
            number("height_m", "m", "h of the interface after filtering, of zero mean", InterfaceMap::height),
            number("current_ratio", "1", "k, at 10 A/m² where it depends on the current", InterfaceMap::currentRatio),
            number(
                    "current_at_critical_a_per_m2",
                    "A/m²",
                    "local current density when the geometrical one is critical",
                    InterfaceMap::currentAtCritical),
            number(
                    "pressure_function",
                    "1",
                    "Π, at 10 A/m² where it depends on the current",
                    InterfaceMap::pressureFunction),
            number("excess_pressure_pa", "Pa", "Δp at 10 A/m²", InterfaceMap::excessPressure),
            number(
                    "normal_traction_pa",
                    "Pa",
                    "normal traction beyond the stack pressure, at 10 A/m²",
                    InterfaceMap::normalTraction),
            number(
                    "local_critical_current_a_per_m2",
                    "A/m²",
                    "geometrical current density at which a flaw at this point grows; empty where none does",
                    InterfaceMap::localCriticalCurrent),
            number(
                    "critical_current_margin",
                    "1",
                    "the former by the critical current of the case, 1 at the initiation site; empty where the former is,"
                            + " or where dendrites grow at any current",
                    InterfaceMap::margin));

    /** The arrays of {@code electrolyte.vtu}. */
    public static final List<Quantity<ElectrolyteField>> OF_ELECTROLYTE = List.of(
            number("potential_v", "V", "electric potential against the lithium", ElectrolyteField::potential),
            vector("current_density_a_per_m2", "A/m²", "current density", ElectrolyteField::currentDensity));

    /** The arrays of {@code lithium.vtu}. */
    public static final List<Quantity<LithiumField>> OF_LITHIUM = List.of(
            vector("velocity_m_per_s", "m/s", "creep velocity", LithiumField::velocity),
            number(
                    "excess_pressure_pa",
                    "Pa",
                    "Δp, hydrostatic, beyond the stack pressure",
                    LithiumField::excessPressure),
            number("strain_rate_per_s", "1/s", "equivalent creep rate, √(2/3 D:D)", LithiumField::strainRate));

    private static <F> Quantity<F> number(String name, String unit, String description, Function<F, double[]> values) {
        return new Quantity<>(name, unit, 1, description, values);
    }

    private static <F> Quantity<F> vector(String name, String unit, String description, Function<F, double[]> values) {
        return new Quantity<>(name, unit, 3, description, values);
    }
}
