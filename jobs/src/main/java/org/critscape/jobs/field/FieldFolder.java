package org.critscape.jobs.field;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.critscape.solver.cell.CaseFields;
import org.critscape.solver.cell.CaseFields.LithiumField;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.quantity.InvalidInputException;

/**
 * The folder of one case's fields, all or nothing: the files are written to a hidden neighbour, which is renamed when all
 * are there. {@code jobs/docs/fields.md} specifies them.
 */
public final class FieldFolder {
    private final Path target;

    private FieldFolder(Path target) {
        this.target = target;
    }

    /**
     * A folder that fields can be written to; makes nothing yet.
     *
     * @param folder a local path
     * @throws InvalidInputException where it exists already or is no path
     */
    public static FieldFolder of(String folder) {
        Path target;
        try {
            target = Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw refusal(folder + " (" + e.getReason() + ")", "a local path");
        }
        if (target.getFileName() == null || Files.exists(target)) {
            throw refusal(folder + ", which exists,", "new, since results are never overwritten");
        }
        return new FieldFolder(target);
    }

    /**
     * Writes the fields of a case.
     *
     * @param row the case itself, its inputs and results, as one JSON object
     * @throws InvalidInputException where the folder cannot be written
     */
    public void write(String caseId, String row, CaseFields fields) {
        Path work = target.resolveSibling("." + target.getFileName() + ".unfinished-" + UUID.randomUUID());
        try {
            try {
                Files.createDirectories(work);
                writeInto(work, caseId, row, fields);
                Files.move(work, target);
            } finally {
                remove(work);
            }
        } catch (FileAlreadyExistsException e) {
            throw refusal(target + ", which exists by now,", "new, since results are never overwritten");
        } catch (IOException e) {
            throw refusal(target + " (" + e + ")", "a folder that can be written");
        }
    }

    private static void writeInto(Path folder, String caseId, String row, CaseFields fields) throws IOException {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("case_id", caseId);
        about.put("model_version", CellSolver.MODEL_VERSION);
        about.put("geometrical_current_density", CellSolver.REPORTED_CURRENT_DENSITY + " A/m2");
        Files.writeString(folder.resolve("case.json"), row + "\n");
        CsvFile.write(folder.resolve("interface.csv"), Quantity.OF_INTERFACE, fields.map());
        VtuFile.write(
                folder.resolve("electrolyte.vtu"),
                about,
                fields.electrolyte().grid(),
                Quantity.OF_ELECTROLYTE,
                fields.electrolyte());
        LithiumField lithium = fields.lithium();
        if (lithium != null) {
            VtuFile.write(folder.resolve("lithium.vtu"), about, lithium.grid(), Quantity.OF_LITHIUM, lithium);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static InvalidInputException refusal(String value, String allowed) {
        return new InvalidInputException("field folder", value, allowed, "Maybe choose another one with --fields.");
    }
}
