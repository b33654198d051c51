package org.critscape.jobs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the code to the package diagram of docs/architecture.md, and the solver to results that any machine reproduces. */
class ArchitectureTest {
    private static final Map<String, List<String>> LIBRARIES = Map.ofEntries(
            // Batik's pictures are trees of the JDK's own W3C DOM.
            Map.entry("Batik", List.of("org.apache.batik..", "org.w3c.dom..")),
            Map.entry("Commons CSV", List.of("org.apache.commons.csv..")),
            Map.entry("Commons JEXL", List.of("org.apache.commons.jexl3..")),
            Map.entry("Commons Math", List.of("org.apache.commons.math3..")),
            Map.entry("Commons Numbers", List.of("org.apache.commons.numbers..")),
            Map.entry("Commons Text", List.of("org.apache.commons.text..")),
            Map.entry("HOCON", List.of("com.typesafe.config..")),
            Map.entry("JLine", List.of("org.jline..")),
            Map.entry("Jackson", List.of("com.fasterxml.jackson..")),
            Map.entry("Kryo", List.of("com.esotericsoftware.kryo..")),
            Map.entry("Parquet", List.of("org.apache.parquet..")),
            Map.entry("Spark", List.of("org.apache.spark..", "org.apache.hadoop..", "scala..")),
            // Tribuo's models are messages of Protocol Buffers, and its trainers are configured by OLCUT.
            Map.entry(
                    "Tribuo",
                    List.of(
                            "org.tribuo..",
                            "ai.onnx.proto..",
                            "com.google.protobuf..",
                            "com.oracle.labs.mlrg.olcut..")),
            Map.entry("XChart", List.of("org.knowm.xchart..")),
            Map.entry("picocli", List.of("picocli..")),
            Map.entry("progressbar", List.of("me.tongfei.progressbar..")));

    /** Functions of java.lang.Math that may differ in the last bits between machines; StrictMath has them all. */
    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10", "cbrt", "hypot", "sinh",
            "cosh", "tanh", "expm1", "log1p", "pow", "random");

    private static PackageDiagram diagram;
    private static JavaClasses code;

    @BeforeAll
    static void read() throws IOException {
        diagram = PackageDiagram.read(Path.of("..", "docs", "architecture.md"));
        code = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.critscape");
    }

    @Test
    void everyPackageIsInTheDiagram() {
        Set<String> packages = new TreeSet<>();
        code.forEach(type -> packages.add(type.getPackageName()));
        assertThat(packages).isNotEmpty().isSubsetOf(diagram.rooms().keySet());
    }

    static Set<String> rooms() {
        return diagram.rooms().keySet();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void packageImportsWhatTheDiagramAllows(String name) {
        PackageDiagram.Room room = Objects.requireNonNull(diagram.rooms().get(name));
        List<String> allowed = new ArrayList<>(List.of(name, "java..", "javax..", "org.jspecify.annotations"));
        allowed.addAll(room.packages());
        room.libraries().forEach(library -> allowed.addAll(patterns(library)));
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .because("the package diagram says so")
                .allowEmptyShould(true)
                .check(code);
    }

    private static List<String> patterns(String library) {
        List<String> patterns = LIBRARIES.get(library);
        if (patterns == null) {
            throw new IllegalStateException("the package diagram names an unknown library: " + library);
        }
        return patterns;
    }

    @Test
    void solverTouchesNoOutsideWorld() {
        noClasses()
                .that()
                .resideInAPackage("org.critscape.solver..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.io..", "java.nio.file..", "java.net..", "java.time..", "java.util.logging..")
                        .and(describe(
                                "other than Serializable", type -> !type.isEquivalentTo(java.io.Serializable.class)))
                        .or(resideInAPackage("java.util.concurrent..")
                                .and(describe(
                                        "random", type -> type.getSimpleName().contains("Random")))))
                .check(code);
    }

    @Test
    void solverReadsNeitherClockNorUnseededRandomness() {
        noClasses()
                .that()
                .resideInAPackage("org.critscape.solver..")
                .should()
                .accessTargetWhere(describe("reads a clock or unseeded randomness", ArchitectureTest::isUnrepeatable))
                .check(code);
    }

    private static boolean isUnrepeatable(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        boolean clock = owner.isEquivalentTo(System.class)
                && Set.of("nanoTime", "currentTimeMillis").contains(name);
        boolean randomSeed = owner.isAssignableTo(java.util.random.RandomGenerator.class)
                && access.getTarget().getFullName().endsWith("<init>()");
        return clock || randomSeed;
    }

    @Test
    void transcendentalFunctionsAreStrict() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "uses a function of Math that differs between machines; StrictMath does not",
                        access -> access.getTargetOwner().isEquivalentTo(Math.class)
                                && INEXACT.contains(access.getTarget().getName())))
                .check(code);
    }
}
