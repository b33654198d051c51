package org.critscape.jobs.config;

/**
 * Input that the user must change. The message is complete and ready to be shown: where, which key, its value, what is
 * allowed, and advice that starts with "Maybe".
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message that is shown as it is. */
    public ConfigurationException(String message) {
        super(message);
    }

    /**
     * A value that is refused.
     *
     * @param place file and line, or "--set"
     * @param key the configuration key
     * @param value what it has, in the user's words, to follow "is"
     * @param allowed what is allowed, to follow "must be"
     * @param advice a sentence that starts with "Maybe"
     */
    static ConfigurationException refused(String place, String key, String value, String allowed, String advice) {
        return new ConfigurationException(
                place + ": " + key + " is " + value + " but must be " + allowed + ". " + advice);
    }
}
