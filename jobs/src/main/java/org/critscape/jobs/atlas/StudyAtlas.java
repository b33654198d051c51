package org.critscape.jobs.atlas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.critscape.jobs.atlas.AtlasBuilder.Made;
import org.critscape.jobs.config.AtlasSettings;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.jobs.sweep.CaseSolver;
import org.critscape.solver.atlas.FamilyAtlas;
import org.critscape.solver.atlas.FamilyAtlas.Margin;
import org.critscape.solver.cell.CellSolver;
import org.critscape.solver.dendrite.Driving;
import org.critscape.solver.quantity.InvalidInputException;
import org.critscape.solver.similarity.GroupAxis;

/**
 * The atlases that a study is answered by.
 *
 * @param settings of the study
 * @param made in the order of their families
 */
public record StudyAtlas(AtlasSettings settings, List<Made> made) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Keeps its own copy. */
    public StudyAtlas {
        made = List.copyOf(made);
    }

    /** Those of the families whose first solves succeeded. */
    public List<FamilyAtlas> atlases() {
        return made.stream()
                .flatMap(one -> Optional.ofNullable(one.built().atlas()).stream())
                .toList();
    }

    /** A solver that asks the atlases, and another one where they do not know. */
    public AtlasSolver solver(CaseSolver direct) {
        return new AtlasSolver(atlases(), settings.tolerance(), settings.flagsBeyond(), direct);
    }

    /** A number for all that the atlases would answer. */
    public String digest() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(new ArrayList<>(atlases()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes no bytes", e);
        }
        return StudyFolder.sha256(bytes.toByteArray());
    }

    /**
     * Notes in the folder of a study by which atlases it is answered, and refuses others than those that were.
     *
     * @throws InvalidInputException where rows of the folder come from other atlases
     */
    public void noteIn(StudyFolder folder) throws IOException {
        Optional<byte[]> there = folder.files().read(StudyFolder.ATLAS);
        if (there.isPresent()) {
            String before = JSON.readTree(there.get()).path("digest").asText();
            if (!before.equals(digest())) {
                throw new InvalidInputException(
                        "atlas of " + folder.table(""),
                        digest().substring(0, 12),
                        "the one that its rows come from, " + before.substring(0, Math.min(12, before.length())),
                        "Maybe the study was extended beyond the ranges of its groups: choose another folder with --out;"
                                + " the solves of the atlas are found again.");
            }
            return;
        }
        folder.files()
                .publish(
                        StudyFolder.ATLAS,
                        JSON.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(json())
                                .getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.put("digest", digest());
        json.put("model_version", CellSolver.MODEL_VERSION);
        json.put("folder", settings.folder());
        json.put("tolerance", settings.tolerance());
        json.put("current_tolerance", settings.currentTolerance());
        json.put("beyond", settings.flagsBeyond() ? "flagged" : "direct");
        ArrayNode families = json.putArray("families");
        for (Made one : made) {
            ObjectNode family = families.addObject();
            family.put("family", AtlasFolder.key(one.demand().family()));
            ObjectNode ranges = family.putObject("ranges");
            for (GroupAxis axis : one.demand().axes()) {
                ranges.putArray(axis.quantity()).add(axis.low()).add(axis.high());
            }
            family.put("largest_pressure_to_flow", one.demand().pressureToFlow());
            family.put("failed_solves", one.built().failures());
            family.put("checks", one.built().checks());
            FamilyAtlas atlas = one.built().atlas();
            if (atlas != null) {
                family.put("nodes", atlas.nodes());
                family.put("fine_nodes", atlas.fineNodes());
                family.put("stations", atlas.stations());
                put(family, "current_ratio", atlas.currentRatioMargin());
                put(family, "pressure_function", atlas.stressMargin(Driving.PRESSURE));
                put(family, "critical_current", atlas.criticalCurrentMargin());
                put(family, "normal_traction", atlas.stressMargin(Driving.NORMAL_TRACTION));
            }
        }
        return json;
    }

    private static void put(ObjectNode family, String of, Margin margin) {
        family.put("median_margin_" + of, margin.median());
        family.put("largest_margin_" + of, margin.largest());
    }
}
