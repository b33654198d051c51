package org.critscape.jobs.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * S3Proxy in a process of its own on 127.0.0.1, with one bucket, whose objects are files of a folder. Its libraries, which
 * would clash with Spark's, are those that {@code src/cluster/s3-server} has copied.
 */
final class S3Server implements AutoCloseable {
    static final String BUCKET = "bucket";
    static final String KEY = "test";
    static final String SECRET = "planted-secret";

    private final Process process;
    private final int port;
    private final Path objects;

    private S3Server(Process process, int port, Path objects) {
        this.process = process;
        this.port = port;
        this.objects = objects;
    }

    /**
     * Starts one and waits until it answers.
     *
     * @param folder for its settings, its log and its objects
     * @throws IOException where it ends instead
     */
    static S3Server start(Path folder) throws IOException, InterruptedException {
        Path libraries = Path.of("src/cluster/s3-server/target/lib").toAbsolutePath();
        if (!Files.isDirectory(libraries)) {
            throw new IOException(
                    "there is no " + libraries + ". Maybe run mvn -pl jobs -am test -Pcluster, which fills it.");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path objects = folder.resolve("objects");
        Files.createDirectories(objects.resolve(BUCKET));
        Path settings = Files.writeString(
                folder.resolve("s3proxy.conf"),
                "s3proxy.endpoint=http://127.0.0.1:" + port + "\ns3proxy.authorization=aws-v4\ns3proxy.identity=" + KEY
                        + "\ns3proxy.credential=" + SECRET + "\njclouds.provider=filesystem-nio2\n"
                        + "jclouds.filesystem.basedir=" + objects
                        + "\njclouds.identity=none\njclouds.credential=none\n");
        // Else it tells every step of its server.
        Path logging = Files.writeString(
                folder.resolve("logback.xml"),
                "<configuration><appender name='out' class='ch.qos.logback.core.ConsoleAppender'><encoder>"
                        + "<pattern>%d %level %logger{0} %msg%n</pattern></encoder></appender>"
                        + "<root level='WARN'><appender-ref ref='out'/></root></configuration>");
        Path log = folder.resolve("s3proxy.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dlogback.configurationFile=" + logging,
                        "-cp",
                        libraries + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        while (!answers(port)) {
            if (!process.isAlive()) {
                throw new IOException("the S3 server ended: " + Files.readString(log));
            }
            Thread.sleep(50);
        }
        return new S3Server(process, port, objects.resolve(BUCKET));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** The folder of the bucket, whose files are its objects. */
    Path objects() {
        return objects;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
