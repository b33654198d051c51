package org.critscape.jobs.space;

import static org.critscape.jobs.space.Domain.amount;
import static org.critscape.jobs.space.Standard.assumed;

import org.critscape.solver.material.Arrhenius;
import org.critscape.solver.quantity.PhysicalConstants;

/** The inputs of operation; {@link Parameter} puts them in order. */
final class OperationInputs {
    static final Input TEMPERATURE = new Input(
            "operation.temperature",
            amount(Dimension.TEMPERATURE, Arrhenius.LOWEST_TEMPERATURE, Arrhenius.HIGHEST_TEMPERATURE),
            "Temperature of the cell; lithium melts at 453.65 K.",
            assumed(PhysicalConstants.REFERENCE_TEMPERATURE, "Room temperature."));

    static final Input STACK_PRESSURE = new Input(
            "operation.stack-pressure",
            amount(Dimension.PRESSURE, 0, 1e9),
            "Pressure on the stack.",
            Standard.cited(7e6, "Zhang et al., Energy Environ. Sci. 2024, 17, 1448."));

    private OperationInputs() {}
}
