package org.critscape.jobs.report.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A headless Chromium, driven by its own DevTools protocol: the drivers that packages bring are hundreds of megabytes or
 * need a second program.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int PATIENCE = 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final String session;

    private Browser(Process process, URI address) throws IOException {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .join();
        JsonNode target = call("", "Target.createTarget", Map.of("url", "about:blank"));
        JsonNode attached = call(
                "",
                "Target.attachToTarget",
                Map.of("targetId", target.get("targetId").asText(), "flatten", true));
        this.session = attached.get("sessionId").asText();
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", Map.of());
        }
    }

    /**
     * Starts one.
     *
     * @param profile a folder of its own
     */
    public static Browser start(Path profile) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        program(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        for (int tenths = 0; tenths < 10 * PATIENCE; tenths++) {
            List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
            if (lines.size() == 2) {
                return new Browser(process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IOException("Chromium does not start");
    }

    private static String program() {
        return Stream.concat(
                        Stream.ofNullable(System.getProperty("critscape.chromium")),
                        NAMES.stream()
                                .flatMap(name -> Arrays.stream(
                                                System.getenv("PATH").split(File.pathSeparator))
                                        .map(folder -> folder + File.separator + name)))
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no Chromium on the PATH. Maybe install one, name it by"
                                        + " -Dcritscape.chromium=FILE, or leave its tests out by -Dtest.tags.excluded=verification,cluster,browser"));
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                try {
                    JsonNode message = JSON.readTree(whole);
                    CompletableFuture<JsonNode> waiting =
                            answers.remove(message.path("id").asInt(-1));
                    if (waiting == null) {
                        events.add(message);
                    } else {
                        waiting.complete(message);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(whole, e);
                }
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private JsonNode call(String to, String method, Map<String, Object> parameters) throws IOException {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!to.isEmpty()) {
            message.put("sessionId", to);
        }
        socket.sendText(message.toString(), true).join();
        try {
            JsonNode found = answer.get(PATIENCE, TimeUnit.SECONDS);
            if (found.has("error")) {
                throw new IOException(method + ": " + found.get("error"));
            }
            return found.get("result");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException(method, e);
        }
    }

    /** Asks for something of the page's protocol. */
    public JsonNode call(String method, Map<String, Object> parameters) throws IOException {
        return call(session, method, parameters);
    }

    /** Opens a page at a size, waits until it is loaded, and returns what it asked for and complained of meanwhile. */
    public List<JsonNode> open(Path page, int width, int height, boolean dark)
            throws IOException, InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        events.clear();
        call("Page.navigate", Map.of("url", page.toUri().toString()));
        List<JsonNode> seen = new ArrayList<>();
        while (true) {
            JsonNode event = events.poll(PATIENCE, TimeUnit.SECONDS);
            if (event == null) {
                throw new IOException("the page is not loaded after " + PATIENCE + " s");
            }
            seen.add(event);
            if (event.get("method").asText().equals("Page.loadEventFired")) {
                return seen;
            }
        }
    }

    /** What the browser said since. */
    public List<JsonNode> events() {
        List<JsonNode> seen = new ArrayList<>();
        events.drainTo(seen);
        return seen;
    }

    /** The value of an expression within the page. */
    public JsonNode value(String expression) throws IOException {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** Presses a key where the focus is. */
    public void press(String key) throws IOException {
        call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "code", key));
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "code", key));
    }

    /** The whole page as PNG. */
    public byte[] picture() throws IOException {
        JsonNode shot = call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        return Base64.getDecoder().decode(shot.get("data").asText());
    }

    @Override
    public void close() throws IOException {
        try {
            call("", "Browser.close", Map.of());
            process.waitFor(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
