package org.critscape.jobs.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A page of HTML that needs nothing beside itself: styles and pictures are in it, and it asks no network. */
public final class Page {
    /** Larger SVG files are slower to show than the picture as PNG is. */
    private static final int LARGEST_SVG = 150_000;

    private static final String STYLE = """
            :root { color-scheme: light dark; --text: #222; --dim: #5c5c5c; --back: #fff; --line: #d4d4d4; --card: #f6f6f6;
              --good: #00694c; --bad: #a83f00; --open: #6b5b00 }
            @media (prefers-color-scheme: dark) { :root { --text: #e6e6e6; --dim: #a8a8a8; --back: #161616; --line: #3c3c3c;
              --card: #222; --good: #4fd0a8; --bad: #ff9a5c; --open: #e6cf5a } }
            body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 62rem;
              margin: 0 auto; padding: 1rem }
            h1 { font-size: 1.6rem; line-height: 1.25 } h2 { font-size: 1.25rem; margin-top: 2.2rem }
            .scroll { overflow-x: auto } table { border-collapse: collapse; font-size: .92rem; width: 100% }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line) }
            figure { margin: 1.5rem 0; padding: .8rem; border: 1px solid var(--line); border-radius: 6px;
              background: var(--card); break-inside: avoid } figure img { max-width: 100%; background: #fff; display: block }
            figcaption { margin-top: .6rem; font-size: .92rem } .dim { color: var(--dim) }
            .holds { color: var(--good); font-weight: 600 } .fails { color: var(--bad); font-weight: 600 }
            .open { color: var(--open); font-weight: 600 }
            .summary { border-left: 4px solid var(--line); padding-left: 1rem }
            details summary { cursor: pointer } code { overflow-wrap: anywhere }
            @media (max-width: 40rem) { figure img { max-width: none; width: 38rem } th, td { padding: .3rem .35rem } }
            @media print { :root { --text: #000; --dim: #333; --back: #fff; --card: #fff } body { max-width: none; font-size: 10pt }
              details > *:not(summary) { display: block } h2 { break-after: avoid } tr { break-inside: avoid } }
            """;

    private final String title;
    private final List<String> heads = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    /** A page without content. */
    public Page(String title) {
        this.title = title;
    }

    /** A text as HTML shows it. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Adds a heading. */
    public Page heading(String text) {
        parts.add("<h2>" + escaped(text) + "</h2>");
        return this;
    }

    /** Adds a paragraph. */
    public Page paragraph(String text) {
        return html("<p>" + escaped(text) + "</p>");
    }

    /** Adds what is HTML already. */
    public Page html(String html) {
        parts.add(html);
        return this;
    }

    /** Adds an element to the page's head. */
    public Page head(String html) {
        heads.add(html);
        return this;
    }

    /** Adds a table whose cells are HTML. */
    public Page table(List<String> head, List<List<String>> rows) {
        return html(tableHtml(head, rows));
    }

    /** A table whose cells are HTML. */
    public static String tableHtml(List<String> head, List<List<String>> rows) {
        String body = rows.stream().map(row -> row(row, "td")).collect(Collectors.joining("\n"));
        return "<div class=\"scroll\"><table>\n<thead>" + row(head, "th") + "</thead>\n<tbody>\n" + body
                + "\n</tbody></table></div>";
    }

    private static String row(List<String> cells, String tag) {
        return cells.stream()
                .map(cell -> "<" + tag + ">" + cell + "</" + tag + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    /** Adds names and values as a table of two columns. */
    public Page values(Map<String, String> values) {
        List<List<String>> rows = values.entrySet().stream()
                .map(entry -> List.of(escaped(entry.getKey()), escaped(entry.getValue())))
                .toList();
        return table(List.of("", ""), rows);
    }

    /** Adds a figure with its caption. */
    public Page figure(Drawing drawing) {
        Figure figure = drawing.figure();
        boolean small = drawing.svg().length <= LARGEST_SVG;
        String data = "data:image/" + (small ? "svg+xml" : "png") + ";base64,"
                + Base64.getEncoder().encodeToString(small ? drawing.svg() : drawing.png());
        return html("<figure id=\"" + escaped(figure.name()) + "\"><div class=\"scroll\"><img alt=\""
                + escaped(figure.title()) + "\" width=\"" + figure.width() + "\" src=\"" + data
                + "\"></div>\n<figcaption><strong>" + escaped(figure.title()) + "</strong> " + escaped(figure.caption())
                + "</figcaption></figure>");
    }

    /** The page. */
    public String text() {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n" + String.join("\n", heads) + "</head>\n<body>\n<h1>"
                + escaped(title) + "</h1>\n"
                + String.join("\n", parts) + "\n</body>\n</html>\n";
    }
}
