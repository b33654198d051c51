package org.critscape.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new IOException("No space left on device"), "No space left on device"),
                Arguments.of(new UncheckedIOException(new IOException("lost")), "lost"),
                Arguments.of(
                        new IOException(
                                "org.apache.hadoop.fs.ftp.FTPException: java.net.ConnectException: refused\nat x"),
                        "refused"),
                Arguments.of(new AccessDeniedException("/a/b"), "/a/b may not be read or written"),
                Arguments.of(new NoSuchFileException("/a/b"), "/a/b is missing"),
                Arguments.of(new IllegalStateException(new IOException("below")), "below"),
                Arguments.of(new java.net.SocketTimeoutException(), "socket timeout"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noClassIsNamed(Throwable failure, String reason) {
        assertThat(Reason.of(failure)).isEqualTo(reason);
    }
}
