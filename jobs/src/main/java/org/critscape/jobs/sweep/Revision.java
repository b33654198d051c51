package org.critscape.jobs.sweep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The revision of the sources that the program was built from. */
final class Revision {
    private static final String UNKNOWN = "unknown";

    private Revision() {}

    /** The commit, with a remark where the sources had changes beyond it; "unknown" for a build without git. */
    static String text() {
        Properties properties = new Properties();
        try (InputStream file = Revision.class.getResourceAsStream("revision.properties")) {
            if (file == null) {
                return UNKNOWN;
            }
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own revision cannot be read", e);
        }
        String commit = properties.getProperty("git.commit.id.full", UNKNOWN);
        return commit + (Boolean.parseBoolean(properties.getProperty("git.dirty")) ? " with changes" : "");
    }
}
