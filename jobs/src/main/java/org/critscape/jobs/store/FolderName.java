package org.critscape.jobs.store;

import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;
import org.critscape.solver.quantity.InvalidInputException;

/** The name of a folder of results as a user gives it: a local path, or a URL with a scheme. */
final class FolderName {
    private static final Pattern HAS_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");
    /** Hadoop takes what stands before a colon for a scheme. */
    private static final Pattern UNREADABLE = Pattern.compile(".*:.*");

    private static final Pattern GLOB = Pattern.compile(".*[*?\\[\\]{}].*");

    private FolderName() {}

    /** Where it is, with a scheme; throws {@link InvalidInputException} where the name does not suit the readers of tables. */
    static Path path(String folder) {
        if (folder.isBlank()) {
            throw StudyFolder.refusal("empty", "a path or a URL");
        }
        Path target = parsed(folder);
        if (target.isRoot()
                || UNREADABLE.matcher(target.getName()).matches()
                || GLOB.matcher(target.toString()).matches()) {
            throw StudyFolder.refusal(
                    folder, "a folder whose path has none of * ? [ ] { } and whose name has no colon");
        }
        return target;
    }

    private static Path parsed(String folder) {
        try {
            return HAS_SCHEME.matcher(folder).matches()
                    ? new Path(folder)
                    : new Path(java.nio.file.Path.of(folder)
                            .toAbsolutePath()
                            .normalize()
                            .toUri());
        } catch (IllegalArgumentException e) {
            throw StudyFolder.refusal(folder + " (" + Reason.of(e) + ")", "a path or a URL");
        }
    }
}
