package org.critscape.jobs.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.critscape.jobs.space.SpaceClasses;
import org.critscape.solver.cell.CellSolver;

/** The jars that executors on other machines need beside Spark's own: this program, the solver and its libraries. */
final class ApplicationJars {
    private ApplicationJars() {}

    /** Their paths; none where the program runs from folders of classes. */
    static List<String> list() {
        Path program = origin(ApplicationJars.class);
        Path solver = origin(CellSolver.class);
        List<String> jars = new ArrayList<>();
        if (Files.isRegularFile(program) && Files.isRegularFile(solver)) {
            jars.add(program.toString());
            jars.add(solver.toString());
            // The solver's jar names its libraries, and they lie beside it.
            Pattern.compile(" ")
                    .splitAsStream(classPath(solver))
                    .map(library -> solver.resolveSibling(library).toString())
                    .forEach(jars::add);
            SpaceClasses.OF_LIBRARIES.forEach(type -> jars.add(origin(type).toString()));
        }
        return jars;
    }

    static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classPath(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifest of " + jar, e);
        }
    }
}
