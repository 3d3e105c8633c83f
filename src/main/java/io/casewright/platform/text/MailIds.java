package io.casewright.platform.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Ids of mails (RFC 5322), with their brackets. They come from outside and go back out in headers of our own mails, so nothing
 * else may come with them.
 */
public final class MailIds {

    private static final Pattern ID = Pattern.compile("<[!-;=?-~]{1,253}>");

    private MailIds() {}

    /** Whether the text is one id and nothing else. */
    public static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }

    /** Those in a header or a text, each once, in their order. */
    public static List<String> in(String text) {
        return ID.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
