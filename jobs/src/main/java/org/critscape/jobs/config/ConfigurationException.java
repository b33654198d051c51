package org.critscape.jobs.config;

/**
 * Input that the user must change. The message is complete: where, which key, its value, what is allowed, and advice
 * that starts with "Maybe".
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message that is shown as it is. */
    public ConfigurationException(String message) {
        super(message);
    }
}
