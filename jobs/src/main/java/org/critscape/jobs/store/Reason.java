package org.critscape.jobs.store;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Why something failed, in the words of whoever found it, without the names of their classes. */
public final class Reason {
    private static final Pattern CLASS_NAME =
            Pattern.compile("(?:\\b[a-z]\\w*\\.)+[A-Z][\\w$]*(?:Exception|Error)\\b:? *|\\b[A-Z]\\w*Exception: +");

    private Reason() {}

    /** One line. */
    public static String of(Throwable failure) {
        String message = CLASS_NAME
                .matcher(String.valueOf(failure.getMessage()))
                .replaceAll("")
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        // These say which file, and leave what is wrong with it to their name.
        if (failure instanceof AccessDeniedException) {
            return message + " may not be read or written";
        } else if (failure instanceof NoSuchFileException) {
            return message + " is missing";
        } else if (failure.getMessage() != null && !message.isEmpty()) {
            return message;
        }
        return failure.getCause() == null ? inWords(failure) : of(failure.getCause());
    }

    private static String inWords(Throwable failure) {
        return failure.getClass()
                .getSimpleName()
                .replaceAll("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
