package io.casewright.operations.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is left of the message of an incident without what belongs to one case only, or to nobody who reads it here. */
public final class MessageShape {

    private static final Pattern OWN_NUMBER = Pattern.compile("\\b(?:CW-\\d{4}-\\d{6,}(?:-T\\d+)?|MC-\\d{6,})\\b");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern ID = Pattern.compile(
            "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b|\\b(?=[a-fA-F]*\\d)(?=\\d*[a-fA-F])[0-9a-fA-F]{12,}\\b");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(?:[.,:]\\d+)*");

    /** A quotation mark that is no apostrophe. */
    private static final Pattern QUOTE = Pattern.compile("(?<![\\p{L}\\p{N}])['\"]");

    /** After these words stands a name that the model gives, when it looks like one. */
    private static final Pattern NAME = Pattern.compile(
            "(?:expression|name|key|id|code|decision|variable|type|to be(?: of type)?|was|form|process) (['\"])(?<name>[A-Za-z][\\w.-]{0,63})\\1");

    /** The engine's own words that follow an expression or a value. */
    private static final Pattern JOINT =
            Pattern.compile("['\"](?= to be '|,? but )|(?=The evaluation reported the following warnings:)");

    private static final Pattern FEEL_VALUE = Pattern.compile("\\bVal\\w+\\(.*\\)", Pattern.DOTALL);
    private static final int LONGEST = 600;

    private MessageShape() {}

    /** Equal for incidents of the same cause: numbers, keys, ids and addresses are taken out. */
    public static String of(String message) {
        String shape = OWN_NUMBER.matcher(message).replaceAll("[case]");
        shape = ADDRESS.matcher(shape).replaceAll("[address]");
        shape = ID.matcher(shape).replaceAll("[id]");
        shape = NUMBER.matcher(shape).replaceAll("[number]");
        return shape.replaceAll("\\s+", " ").strip();
    }

    /** Without addresses of people, and not endlessly long. */
    public static String shown(String message) {
        String text = ADDRESS.matcher(message).replaceAll("[address]").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    /**
     * Without the contents of variables, which the engine quotes in its messages: of what is quoted, only the names stay that
     * the model gives.
     */
    public static String withoutContents(String message) {
        String text = FEEL_VALUE.matcher(message).replaceAll("…");
        var kept = new StringBuilder();
        int at = 0;
        Matcher quote = QUOTE.matcher(text);
        while (quote.find(at)) {
            int name = endOfName(text, at, quote.start());
            if (name > 0) {
                kept.append(text, at, name);
                at = name;
                continue;
            }
            kept.append(text, at, quote.end()).append('…');
            at = endOfContents(text, quote.end());
            if (at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0) {
                kept.append(text.charAt(at));
                at++;
            }
        }
        return shown(kept.append(text.substring(at)).toString());
    }

    /** Where the name ends whose quotation begins here; 0 when there is none. */
    private static int endOfName(String text, int from, int quote) {
        Matcher name = NAME.matcher(text).region(Math.max(0, Math.min(from, quote)), text.length());
        while (name.find()) {
            if (name.start("name") == quote + 1) {
                return name.end();
            }
            if (name.start() > quote) {
                return 0;
            }
        }
        return 0;
    }

    /** Contents may hold quotation marks themselves, so they end at words of the engine's or at the last mark of all. */
    private static int endOfContents(String text, int from) {
        Matcher joint = JOINT.matcher(text);
        if (joint.find(from)) {
            return joint.start();
        }
        int last = Math.max(text.lastIndexOf('\''), text.lastIndexOf('"'));
        return last >= from ? last : text.length();
    }
}
