package org.critscape.jobs.config;

import com.typesafe.config.ConfigObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a parsed file apart into the keys that the program knows; any other key is an error. */
final class KeyTree {
    private final Set<String> keys;
    private final Map<String, Setting> found = new LinkedHashMap<>();

    private KeyTree(Set<String> keys) {
        this.keys = keys;
    }

    /**
     * The settings of a group, by key.
     *
     * @param root the group
     * @param keys the whole paths that may occur in it
     * @throws ConfigurationException at an unknown key, or a value where a group of keys belongs
     */
    static Map<String, Setting> read(ConfigObject root, Set<String> keys) {
        KeyTree tree = new KeyTree(keys);
        tree.walk("", root);
        return tree.found;
    }

    private void walk(String prefix, ConfigObject group) {
        group.forEach((name, value) -> {
            Setting setting = new Setting(prefix + name, value);
            String inner = setting.key() + ".";
            if (keys.contains(setting.key())) {
                found.put(setting.key(), setting);
            } else if (keys.stream().noneMatch(key -> key.startsWith(inner))) {
                throw unknown(setting, keys);
            } else if (value instanceof ConfigObject deeper) {
                walk(inner, deeper);
            } else {
                throw setting.refused(
                        "a value",
                        "a group of keys",
                        "Maybe you meant "
                                + keys.stream()
                                        .filter(key -> key.startsWith(inner))
                                        .findFirst()
                                        .orElseThrow() + ".");
            }
        });
    }

    /** The same within a value in braces, which has few keys: where none resembles it, all are named. */
    static ConfigurationException unknownPart(Setting setting, List<String> keys) {
        return Nearest.toKey(setting.key(), keys).isPresent()
                ? unknown(setting, keys)
                : new ConfigurationException(setting.place() + ": " + setting.key()
                        + " is not a key known here. Maybe one of " + String.join(", ", keys) + " is meant.");
    }

    /** The complaint about a key that is none of those allowed in its place. */
    static ConfigurationException unknown(Setting setting, Collection<String> keys) {
        String advice = Nearest.toKey(setting.key(), keys)
                .map(nearest -> "Maybe you meant " + nearest + ".")
                .orElse("Maybe conf/reference.conf helps: it lists every key.");
        return new ConfigurationException(
                setting.place() + ": " + setting.key() + " is not a key known here. " + advice);
    }
}
