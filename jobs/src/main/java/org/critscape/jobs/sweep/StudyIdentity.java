package org.critscape.jobs.sweep;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.critscape.jobs.space.DesignSpace;
import org.critscape.jobs.store.Manifest;
import org.critscape.jobs.store.StudyFolder;
import org.critscape.solver.cell.CellSolver;

/** What makes a study the one whose results stand in a folder: its inputs, the defaults behind them, and the model. */
public final class StudyIdentity {
    private StudyIdentity() {}

    /** The identity of a study whose cases are solved directly. */
    public static Manifest.Study of(String name, DesignSpace space) {
        return of(name, space, "");
    }

    /**
     * The identity of a study.
     *
     * @param method what beside the inputs decides numbers; empty where cases are solved directly
     */
    public static Manifest.Study of(String name, DesignSpace space, String method) {
        List<Map<String, String>> inputs = space.description();
        // The first case of a group carries all defaults that no line of the study names.
        List<String> anchors = space.firstOfBlocks().stream()
                .map(index -> space.point(index).caseId())
                .toList();
        String text = CellSolver.MODEL_VERSION + "\n" + inputs + "\n" + anchors + method;
        return new Manifest.Study(
                name,
                StudyFolder.sha256(text.getBytes(StandardCharsets.UTF_8)),
                CellSolver.MODEL_VERSION,
                space.size(),
                inputs,
                anchors);
    }

    /**
     * What a study is not like the one whose results stand in a folder; nothing where it is the same, or the same and
     * longer.
     */
    static List<String> differences(Manifest.Study there, Manifest.Study now) {
        List<String> differences = new ArrayList<>();
        if (!there.modelVersion().equals(now.modelVersion())) {
            differences.add("the model was " + there.modelVersion() + " and is " + now.modelVersion());
        }
        if (there.inputs().size() != now.inputs().size()) {
            differences.add("groups of cases were " + there.inputs().size() + " and are "
                    + now.inputs().size());
        }
        for (int b = 0; b < Math.min(there.inputs().size(), now.inputs().size()); b++) {
            differences.addAll(differences(
                    now.inputs().size() > 1 ? "group " + (b + 1) + ", " : "",
                    there.inputs().get(b),
                    now.inputs().get(b)));
        }
        if (differences.isEmpty() && !there.hash().equals(now.hash())) {
            differences.add("a default that the study does not name, or the method (sweep.method, atlas), was another");
        }
        if (differences.isEmpty() && now.cases() < there.cases()) {
            differences.add("cases were " + there.cases() + " and are " + now.cases());
        }
        return differences;
    }

    private static List<String> differences(String group, Map<String, String> there, Map<String, String> now) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> keys = new TreeSet<>(there.keySet());
        keys.addAll(now.keySet());
        for (String key : keys) {
            String before = there.get(key);
            String after = now.get(key);
            if (!Objects.equals(before, after)) {
                differences.add(group + key + " was " + (before == null ? "not set" : before) + " and is "
                        + (after == null ? "not set" : after));
            }
        }
        return differences;
    }
}
