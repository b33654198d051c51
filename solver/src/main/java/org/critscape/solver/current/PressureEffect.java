package org.critscape.solver.current;

import org.critscape.solver.mesh.InterfaceField;

/**
 * How excess pressure Δp in the lithium keeps it from plating: k = exp(−β θ) f(φ − s), θ = Ω Δp/(R T), s = Ω Δp/F by
 * i_geo S/κ.
 *
 * <p>Pressure raises the chemical potential of lithium by Ω Δp, so the potential at equilibrium rises by Ω Δp/F,
 * whatever the kinetics. The exchange current falls by exp(−β θ): β is the activation volume at equilibrium by the molar
 * volume. In terms of the potential the plating branch of Butler–Volmer's law carries exp(−(1 − α + β) θ) and the
 * stripping branch exp((α − β) θ); their ratio exp(−θ) does not depend on α and β, as thermodynamics demands. With
 * linear kinetics this is i = (φ − Ω Δp/F)/(R_ct exp(β θ)), the form of T. Zhang et al., Energy Environ. Sci. 2024, 17,
 * 1448, doi:10.1039/D3EE03322H, after C. Monroe and J. Newman, J. Electrochem. Soc. 2004, 151, A880.
 * Surface tension and deviatoric stress are left out.
 *
 * @param pressureFunction Π over the interface, Δp = σ0 Π [1]
 * @param shift s/Π [1]
 * @param hindrance β θ/Π [1]
 */
public record PressureEffect(InterfaceField pressureFunction, double shift, double hindrance) {}
