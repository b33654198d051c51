package org.critscape.jobs.cli;

import java.util.List;
import org.critscape.jobs.config.ConfigurationException;
import org.critscape.jobs.config.Nearest;
import org.critscape.solver.quantity.InvalidInputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into one message and an exit code; the only place that does. */
final class Messages implements IParameterExceptionHandler, IExecutionExceptionHandler {
    static final int DONE = 0;
    static final int STOPPED = 1;
    static final int BAD_INPUT = 2;
    /** Ended as asked before all was done. */
    static final int NOT_ALL = 3;
    /** The one case, or too many of a sweep, are not solved. */
    static final int NO_RESULT = 4;

    static final String NO_MEMORY = "critscape: memory is short: Java has at most "
            + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB. Maybe CRITSCAPE_JAVA_OPTS=-Xmx4g.";

    /** Whether memory is short, also where that made a class unusable. */
    static boolean isOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Of a class that failed to load before, Java keeps the words alone.
            if (cause instanceof OutOfMemoryError
                    || String.valueOf(cause.getMessage()).contains("OutOfMemoryError")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int handleParseException(ParameterException refusal, String[] arguments) {
        CommandLine command = refusal.getCommandLine();
        if (isAboutTheCommand(refusal)) {
            command.getErr().println("critscape: " + commandMessage(refusal));
            commands(command).forEach(command.getErr()::println);
        } else {
            command.getErr().println("critscape: " + sentence(refusal.getMessage()) + " " + advice(refusal));
        }
        return BAD_INPUT;
    }

    /** Whether the command itself is missing or unknown, rather than an option; picocli has no class for the former. */
    private static boolean isAboutTheCommand(ParameterException refusal) {
        boolean ofOption = refusal instanceof UnmatchedArgumentException unmatched
                ? unmatched.isUnknownOption()
                : refusal.getClass() != ParameterException.class;
        return refusal.getCommandLine().getParent() == null && !ofOption;
    }

    private static String commandMessage(ParameterException refusal) {
        String word = refusal instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().get(0)
                : refusal.getValue();
        String start = "Maybe start with critscape sweep conf/quickstart.conf.";
        if (word == null) {
            return "no command is given but must be one of these. " + start;
        }
        String advice = Nearest.to(
                        word, refusal.getCommandLine().getSubcommands().keySet())
                .map(command -> "Maybe " + command + " is meant.")
                .orElse(start);
        return "the command is " + word + " but must be one of these. " + advice;
    }

    private static List<String> commands(CommandLine root) {
        return TextTable.of(root.getSubcommands().entrySet().stream()
                .map(entry -> List.of(
                        entry.getKey(),
                        firstSentence(String.join(
                                " ",
                                entry.getValue().getCommandSpec().usageMessage().description()))))
                .toList());
    }

    private static String firstSentence(String text) {
        String line = firstLine(text.replace("%n", ""));
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }

    private static String sentence(@Nullable String message) {
        // Picocli stutters where a map's value has no key.
        String text = firstLine(message).replace("option option", "option");
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }

    private static String advice(ParameterException refusal) {
        String help = "critscape help"
                + (refusal.getCommandLine().getParent() == null
                        ? ""
                        : " " + refusal.getCommandLine().getCommandName());
        if (refusal instanceof UnmatchedArgumentException unmatched) {
            List<String> similar = unmatched.getSuggestions();
            if (!similar.isEmpty()) {
                return "Maybe " + similar.get(0) + " is meant; see " + help + ".";
            }
        } else if (refusal instanceof MissingParameterException) {
            return "Maybe add it; see " + help + " for examples.";
        }
        return "Maybe see " + help + " for what is allowed.";
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Interruption.standAsideAtTheEnd();
        boolean badInput = failure instanceof ConfigurationException || failure instanceof InvalidInputException;
        if (isOfMemory(failure)) {
            command.getErr().println(NO_MEMORY);
        } else if (failure instanceof InvalidInputException refusal) {
            command.getErr().println("critscape: " + Display.message(String.valueOf(refusal.getMessage())));
        } else if (badInput || failure instanceof StoppedException) {
            command.getErr().println("critscape: " + failure.getMessage());
        } else {
            command.getErr()
                    .println("critscape: stopped on a bug, " + firstLine(failure.toString())
                            + ". Maybe run again with --stacktrace and report what it prints.");
        }
        if (command.getParseResult().hasMatchedOption("--stacktrace")) {
            failure.printStackTrace(command.getErr());
        }
        return badInput ? BAD_INPUT : STOPPED;
    }

    /** The first line of a message that others wrote. */
    static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("").strip();
    }
}
