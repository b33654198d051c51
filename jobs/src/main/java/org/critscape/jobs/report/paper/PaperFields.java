package org.critscape.jobs.report.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.critscape.jobs.field.InterfaceMapFile;
import org.critscape.jobs.space.DesignPoint;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.space.KineticsModel;
import org.critscape.jobs.space.Parameter;
import org.critscape.jobs.space.PressureCoupling;
import org.critscape.jobs.sweep.CaseRunner;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseFields.InterfaceMap;

/**
 * The fields that the figures show. Tables have none, so their cases are solved once more and the maps kept, under the
 * identities of their cases.
 */
public final class PaperFields {
    private static final String MAP = ".csv";

    private final Path folder;
    private final DesignSpace space;
    private final CaseSolver solver;
    private final Consumer<String> news;

    /**
     * @param folder where maps are kept, made when needed
     * @param space the cases of the study
     * @param news hears what is being solved
     */
    public PaperFields(Path folder, DesignSpace space, CaseSolver solver, Consumer<String> news) {
        this.folder = folder;
        this.space = space;
        this.solver = solver;
        this.news = news;
    }

    /** The map of a case; empty where the study has no such case or it has no fields. */
    Optional<InterfaceMap> map(Surface surface, Condition condition) throws IOException {
        Optional<Path> file = file(surface, condition, MAP);
        return file.isEmpty() ? Optional.empty() : Optional.of(InterfaceMapFile.read(file.get()));
    }

    /** The map of the case at an index; empty where it has no fields. */
    Optional<InterfaceMap> map(long index) throws IOException {
        DesignPoint point = space.point(index);
        Path file = folder.resolve(point.caseId() + MAP);
        if (!Files.exists(file)) {
            news.accept("solving for the fields of case " + index);
            solve(index, point.caseId());
        }
        return Files.exists(file) ? Optional.of(InterfaceMapFile.read(file)) : Optional.empty();
    }

    /** The largest current ratio without pressure coupling, then after each of its turns; empty where there are none. */
    Optional<double[]> couplingTurns(Surface surface) throws IOException {
        Optional<Path> file = file(surface, Condition.COUPLED, ".turns.csv");
        return file.isEmpty() ? Optional.empty() : Optional.of(TurnsFile.read(file.get()));
    }

    private Optional<Path> file(Surface surface, Condition condition, String ending) throws IOException {
        for (long index = 0; index < space.size(); index++) {
            DesignPoint point = space.point(index);
            if (is(point, surface, condition)) {
                Path file = folder.resolve(point.caseId() + ending);
                if (!Files.exists(file)) {
                    news.accept("solving for the fields of " + surface.name() + " " + condition.words());
                    solve(index, point.caseId());
                }
                return Files.exists(file) ? Optional.of(file) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void solve(long index, String caseId) throws IOException {
        CaseFields[] solved = {null};
        new CaseRunner(space, designCase -> solver.solve(designCase, fields -> solved[0] = fields)).run(index);
        CaseFields fields = solved[0];
        if (fields != null) {
            Files.createDirectories(folder);
            InterfaceMapFile.write(folder.resolve(caseId + MAP), fields.map());
            if (fields.couplingTurns().length > 0) {
                TurnsFile.write(folder.resolve(caseId + ".turns.csv"), fields.couplingTurns());
            }
        }
    }

    private static boolean is(DesignPoint point, Surface surface, Condition condition) {
        return point.shape() == surface.shape()
                && condition(point) == condition
                && Surface.ofMetres(
                                point.shape(),
                                point.number(Parameter.PEAK_HEIGHT),
                                point.number(Parameter.PEAK_SEPARATION))
                        .equals(surface);
    }

    private static Condition condition(DesignPoint point) {
        if (point.kinetics() == KineticsModel.PRIMARY) {
            return Condition.WITHOUT_KINETICS;
        }
        return point.pressureCoupling() == PressureCoupling.NONE ? Condition.WITH_KINETICS : Condition.COUPLED;
    }
}
