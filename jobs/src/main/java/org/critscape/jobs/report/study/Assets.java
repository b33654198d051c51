package org.critscape.jobs.report.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.critscape.jobs.report.Page;

/** The scripts within the page: the chart library whole, and what joins it to the numbers. */
final class Assets {
    private static final String CHARTS = text("/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js");
    private static final String GLUE = text("report.js");
    private static final String STYLE = text("report.css");

    private Assets() {}

    /** The page may run these very scripts and fetch nothing. */
    static void into(Page page) {
        page.head("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '"
                        + digest(CHARTS) + "' '" + digest(GLUE) + "'; style-src 'unsafe-inline'; img-src data:\">")
                .head("<style>\n" + STYLE + "</style>");
    }

    /** The scripts, with the numbers between them. */
    static String scripts(String json) {
        return "<noscript><p>The charts need JavaScript; all else on this page does without.</p></noscript>\n<script>"
                + CHARTS + "</script>\n<script type=\"application/json\" id=\"data\">" + json + "</script>\n<script>"
                + GLUE + "</script>";
    }

    private static String digest(String script) {
        try {
            return "sha256-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256")
                                    .digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String text(String resource) {
        try (InputStream stream = Assets.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            // Parsers of HTML read every end of line as this one, and hash what they have read.
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            if (text.contains("</script")) {
                throw new IllegalStateException(resource + " cannot stand within a page");
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
