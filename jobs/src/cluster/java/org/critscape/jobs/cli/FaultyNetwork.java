package org.critscape.jobs.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands between an S3 client and its server, and of every hundred requests spoils some as networks and stores do. Which
 * the n-th spoils, and how, is decided by a seed; which request is the n-th is up to the client. One request per
 * connection.
 */
final class FaultyNetwork implements AutoCloseable {
    /** What may happen to a request. */
    enum Fault {
        /** It passes. */
        NONE,
        /** 503 SlowDown; the server never sees it. */
        SLOW_DOWN,
        /** The connection is reset before the server sees it. */
        LOST_REQUEST,
        /** The server does what is asked; then the connection is reset, and the client cannot know. */
        LOST_ANSWER,
        /** Half of the answer arrives, then the connection is reset. */
        HALF_ANSWER,
        /** It passes after {@value #DELAY} ms. */
        DELAY
    }

    private static final int DELAY = 400;
    private static final String SLOW_DOWN_BODY =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>SlowDown</Code><Message>Please reduce your request"
                    + " rate.</Message></Error>";

    private final ServerSocket door;
    private final int server;
    private final int percent;
    private final SplittableRandom random;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "faulty network");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private boolean held;
    /** Requests that have passed the gate and are not answered yet. */
    private int inFlight;

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /**
     * Opens a port of its own on 127.0.0.1.
     *
     * @param server port of the server behind
     * @param percent of requests that are spoiled, 0 to 100
     */
    FaultyNetwork(int server, int percent, long seed) throws IOException {
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.server = server;
        this.percent = percent;
        this.random = new SplittableRandom(seed);
        threads.execute(this::listen);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often each fault has happened so far. */
    synchronized Map<Fault, Integer> happened() {
        return new EnumMap<>(happened);
    }

    /** First lines of all requests so far, for example {@code PUT /bucket/name HTTP/1.1}. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /**
     * Lets requests wait, those of a client that seems to be gone; or go on. Those on their way to the server are done
     * when it returns, so that nothing of the client's changes there until it goes on.
     */
    synchronized void hold(boolean wait) throws InterruptedException {
        held = wait;
        notifyAll();
        while (held && inFlight > 0) {
            wait();
        }
    }

    private synchronized void enter() throws InterruptedException {
        while (held) {
            wait();
        }
        inFlight++;
    }

    private synchronized void exit() {
        inFlight--;
        notifyAll();
    }

    private synchronized Fault next() {
        Fault[] faults = Fault.values();
        Fault fault = random.nextInt(100) < percent ? faults[1 + random.nextInt(faults.length - 1)] : Fault.NONE;
        happened.merge(fault, 1, Integer::sum);
        return fault;
    }

    private void listen() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            requests.add(head.substring(0, head.indexOf('\r')));
            if (value(head, "expect") != null) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
            String length = value(head, "content-length");
            byte[] body = in.readNBytes(length == null ? 0 : Integer.parseInt(length));
            enter();
            try {
                pass(client, head, body, out);
            } finally {
                exit();
            }
        } catch (IOException gone) {
            // A client that was killed, or a server that was stopped; whoever is left sees the connection end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Socket client, String head, byte[] body, OutputStream out)
            throws IOException, InterruptedException {
        Fault fault = next();
        switch (fault) {
            case SLOW_DOWN ->
                out.write(("HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\nConnection: close"
                                + "\r\nContent-Length: " + SLOW_DOWN_BODY.length() + "\r\n\r\n"
                                // An answer to HEAD has no body.
                                + (head.startsWith("HEAD") ? "" : SLOW_DOWN_BODY))
                        .getBytes(StandardCharsets.US_ASCII));
            case LOST_REQUEST -> reset(client);
            case LOST_ANSWER -> {
                ask(head, body);
                reset(client);
            }
            case HALF_ANSWER -> {
                byte[] answer = ask(head, body);
                out.write(Arrays.copyOf(answer, answer.length / 2));
                out.flush();
                reset(client);
            }
            case DELAY -> {
                Thread.sleep(DELAY);
                out.write(ask(head, body));
            }
            case NONE -> out.write(ask(head, body));
        }
        out.flush();
    }

    /** A reset rather than an orderly end, as of a machine that is gone. */
    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    /** The server's whole answer; neither header that is changed is signed. */
    private byte[] ask(String head, byte[] body) throws IOException {
        String asked = head.replaceAll("(?i)\r\n(connection|expect):[^\r]*", "").replaceFirst("\r\n\r\n$", "")
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server)) {
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return socket.getInputStream().readAllBytes();
        }
    }

    /** All up to the empty line, with it; empty where the client says nothing. */
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            last = last << 8 | next;
            if (last == 0x0d0a0d0a) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static @Nullable String value(String head, String name) {
        for (String line : head.split("\r\n", -1)) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }
}
