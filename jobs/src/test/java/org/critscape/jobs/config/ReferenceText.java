package org.critscape.jobs.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.WordUtils;
import org.critscape.jobs.space.Domain;
import org.critscape.jobs.space.Parameter;
import org.critscape.solver.material.MaterialPreset;
import org.critscape.solver.material.Sourced;

/**
 * Writes what the program knows about its keys as configuration files: {@code conf/reference.conf} and {@code
 * conf/materials/*.conf} are its output, held to it by a test.
 */
final class ReferenceText {
    private static final int WIDTH = 110;

    private static final String HEAD = """
            # Every key of a study, with what it may hold, its default and where that comes from. Written by the program
            # from its own catalogue: a study names only what it changes.
            #
            # A study is a file in HOCON (JSON with comments, without the need for most quotes).
            #
            #   peak-height = "25 um"                        one value
            #   peak-height = ["5 um", "25 um"]              a list: one case for each
            #   peak-height = { from = "5 um", to = "75 um", count = 8 }               evenly spaced, both ends included
            #   peak-height = { from = "1 um", to = "100 um", count = 5, scale = log } constant ratio
            #   cases = [ { topography.shape = flat }, { topography { shape = egg-box, form = [product, sum] } } ]
            #
            # The design space is the product of all lists and ranges; the key that comes last in this file varies
            # fastest, wherever the study writes it. Each of the cases, if there are any, replaces keys of the common
            # part and may have lists and ranges of its own; the space is then their union, in their order. A case that
            # occurs twice is solved twice, under the same case_id.
            #
            # A sampled plan draws instead: design { plan = sobol, cases = 1000 }. Every sample then draws from each list and
            # range, evenly, and from
            #
            #   peak-height = { distribution = uniform, from = "5 um", to = "75 um" }        log-uniform alike
            #   temperature = { distribution = normal, mean = "300 K", deviation = "10 K", from = "270 K", to = "330 K" }
            #   peak-height = { distribution = log-normal, median = "25 um", factor = 2, from = "5 um", to = "100 um" }
            #   peak-height = { distribution = triangular, from = "5 um", mode = "25 um", to = "75 um" }
            #   shape = { values = [egg-box, frustum], weights = [3, 1] }
            #
            # Normal and log-normal are cut off at from and to; two thirds of a log-normal lie within the factor of its
            # median. A sample is a function of seed and index alone. The samples vary slowest: with more cases the
            # earlier ones stay (but for latin-hypercube), and a sweep into the same folder solves only what is new.
            #
            # A plan of table takes the rows of a CSV or Parquet file: design { plan = table, file = "points.csv" }. Columns
            # are named like keys (values with units) or like columns of the case table (numbers in SI); every row meets
            # all lists and ranges of the study. jobs/docs/designs.md explains plans, tables and constraints.
            #
            # Amounts carry their unit in one string: "2 mS/cm", "15 ohm.cm^2", "0.23 MPa.m^0.5", "1 mA/cm^2". The signs
            # µ, Ω, · and ² are understood. Energies are per mole or per particle: "37 kJ/mol", "0.36 eV". On the command
            # line quotes are not needed: --set 'topography.peak-height=[5 um, 10 um]'.
            #
            # Of several values the most explicit wins: --set over a case over the common part over the material over
            # the default. A key that a case's shape, kinetics or lithium model does not use is allowed, since one file may
            # serve several; if no case uses it there is a warning. include "other.conf" is relative to the including file, and
            # ${key} stands for the value of another key. The environment is not read.

            # Name of the study and of its folder under out/; default: the file's name.
            # study.name = "quickstart"
            # What the study is for; default: empty.
            # study.description = "Egg-boxes against a flat interface"
            # Share of the cases, 0 to 1, that are not solved (inaccurate, unconverged or crashed) at which a sweep stops
            # once 100 are done; 1 never stops. Default 0.2.
            # sweep.failure-limit = 0.2
            # Method: direct (every case by the solver, the default), or atlas: interfaces are interpolated between some
            # hundred solves of each family of shapes, and each row states its error. For studies of many thousand cases
            # with linear kinetics; cases that no atlas covers are solved directly and say why.
            # sweep.method = atlas
            # Atlas: folder of its solves, which later studies find again; default out/atlas.
            # atlas.folder = "out/atlas"
            # Relative error of the critical current that its rows may have, 0.001 to 0.5. Default 0.02.
            # atlas.tolerance = 0.02
            # The same of the largest current ratio, at which solves are aimed, 0.0001 to 0.5. Default 0.005.
            # atlas.current-tolerance = 0.005
            # Rows beyond the tolerance: direct (solved by themselves, the default), or flagged (inaccurate rows).
            # atlas.beyond = direct
            # Most solves of a family on its coarser mesh, 20 to 10000. Default 400.
            # atlas.largest-nodes = 400
            # Rows that are solved directly at the end and compared, 0 to 100000. Default 64.
            # atlas.audit = 64

            # Design: how the cases lie in the space that the inputs span. Each of the cases may have its own.
            # Plan: grid (all levels of all lists and ranges, the default), latin-hypercube (each of N equal slices of
            # every input once), sobol (scrambled; few gaps at any number, best at powers of two), halton (scrambled; few
            # gaps with few inputs), random (independent), table (the rows of a file).
            # design.plan = sobol
            # Number of samples; no default with a sampled plan. Of a table, the first rows; default: all.
            # design.cases = 1000
            # Seed of all that is random in the plan, 0 to 1e15. Default 1.
            # design.seed = 1
            # Keys of lists and ranges that are not drawn from: every sample meets all their levels. Default: none.
            # design.grid = [topography.shape]
            # File of a table, CSV or Parquet, relative to the study's folder; no default with the plan table.
            # design.file = "points.csv"
            # Conditions that cases must keep to, in any plan: keys stand for their values in SI. A case that breaks one
            # keeps its index and is a row with the status rejected and the code EXCLUDED. Default: none.
            # design.constraints = ["topography.peak-height < 0.5 * topography.peak-separation"]
            """;

    private ReferenceText() {}

    /** The text of {@code conf/reference.conf}. */
    static String reference() {
        StringBuilder text = new StringBuilder(HEAD);
        groups(List.of(Parameter.values())).forEach((group, parameters) -> {
            List<String> entries = parameters.stream().map(ReferenceText::entry).toList();
            append(text.append('\n'), group, String.join("\n", entries));
        });
        return text.toString();
    }

    /** The text of a material's file: its preset written out. */
    static String material(MaterialPreset material) {
        String name = material.name().toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder();
        text.append(comment(
                        "What material = " + name + " stands for, written by the program from its preset; to start a"
                                + " material of your own, copy this file and include the copy."))
                .append("\nmaterial = ")
                .append(name)
                .append('\n');
        groups(Arrays.stream(Parameter.values()).filter(Parameter::isOfMaterial).toList())
                .forEach((group, parameters) -> {
                    List<String> entries = parameters.stream()
                            .map(parameter -> parameter
                                    .standard(material)
                                    .map(sourced -> comment(source(sourced)) + assignment(parameter, sourced.value()))
                                    .orElseThrow())
                            .toList();
                    append(text.append('\n'), group, String.join("\n", entries));
                });
        return text.toString();
    }

    private static String entry(Parameter parameter) {
        String about = comment(parameter.meaning()) + comment(allowed(parameter.domain()));
        Optional<Sourced> standard = parameter.standard(MaterialPreset.LI6PS5CL);
        String assignment = assignment(parameter, parameter.example());
        if (standard.isEmpty()) {
            return about + comment("No default; for instance:") + "# " + assignment;
        }
        if (parameter.isOfMaterial()) {
            return about + comment("Default of the material; for instance:") + "# " + assignment;
        }
        return about + comment("Default " + source(standard.get())) + assignment;
    }

    private static String allowed(Domain domain) {
        if (domain instanceof Domain.Interval interval) {
            String high = Unit.show(interval.dimension(), interval.high());
            // Zero has no unit of its own that would be handy.
            String low = interval.low() == 0
                    ? Unit.handy(interval.dimension(), interval.high())
                            .orElseThrow()
                            .show(0)
                    : Unit.show(interval.dimension(), interval.low());
            return "Allowed: " + interval.kind() + ", " + low + " to " + high;
        }
        return "Allowed: " + domain.allowed();
    }

    private static String source(Sourced sourced) {
        String kind = sourced.provenance().kind().name().toLowerCase(Locale.ROOT);
        return kind + ": " + sourced.provenance().reference();
    }

    private static String assignment(Parameter parameter, double value) {
        String name = parameter.path().substring(parameter.path().indexOf('.') + 1);
        return name + " = " + Shown.example(parameter.domain(), value) + "\n";
    }

    private static String comment(String sentence) {
        return "# " + WordUtils.wrap(sentence, WIDTH, "\n# ", false) + "\n";
    }

    /** The parameters by the first name of their path, in the order of the catalogue; "" for keys without a group. */
    private static Map<String, List<Parameter>> groups(List<Parameter> parameters) {
        Map<String, List<Parameter>> groups = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            int dot = parameter.path().indexOf('.');
            String group = dot < 0 ? "" : parameter.path().substring(0, dot);
            groups.computeIfAbsent(group, name -> new ArrayList<>()).add(parameter);
        }
        return groups;
    }

    private static void append(StringBuilder text, String group, String entries) {
        if (group.isEmpty()) {
            text.append(entries);
        } else {
            text.append(group)
                    .append(" {\n")
                    .append(entries.replaceAll("(?m)^(?=.)", "  "))
                    .append("}\n");
        }
    }
}
