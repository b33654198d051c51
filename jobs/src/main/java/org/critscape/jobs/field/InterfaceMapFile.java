package org.critscape.jobs.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.critscape.solver.cell.CaseFields.InterfaceMap;

/** An interface map in a file of its own, as {@code interface.csv} of {@link FieldFolder}, and back. */
public final class InterfaceMapFile {
    private InterfaceMapFile() {}

    /** Writes the file; it appears whole. */
    public static void write(Path file, InterfaceMap map) throws IOException {
        Path work = file.resolveSibling("." + file.getFileName() + ".unfinished-" + UUID.randomUUID());
        try {
            CsvFile.write(work, Quantity.OF_INTERFACE, map);
            Files.move(work, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(work);
        }
    }

    /**
     * Reads the file; what is empty in it is NaN.
     *
     * @throws IOException where it is none
     */
    public static InterfaceMap read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] names = Quantity.OF_INTERFACE.stream().map(Quantity::name).toArray(String[]::new);
        if (lines.isEmpty() || !Arrays.equals(lines.get(0).split(","), names)) {
            throw new IOException(file + " is no interface map of this version");
        }
        double[][] columns = new double[names.length][lines.size() - 1];
        for (int point = 0; point < lines.size() - 1; point++) {
            String[] cells = lines.get(point + 1).split(",", -1);
            if (cells.length != names.length) {
                throw new IOException(file + " is cut off in line " + (point + 2));
            }
            for (int c = 0; c < names.length; c++) {
                columns[c][point] = number(file, cells[c]);
            }
        }
        return new InterfaceMap(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                columns[5],
                columns[6],
                columns[7],
                columns[8],
                columns[9]);
    }

    private static double number(Path file, String cell) throws IOException {
        try {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw new IOException(file + " holds " + cell + " where a number must be", e);
        }
    }
}
