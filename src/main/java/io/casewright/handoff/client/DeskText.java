package io.casewright.handoff.client;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** What desks and we say to each other, as nothing but text. */
final class DeskText {

    private static final int LONGEST = 10_000;
    private static final Pattern MARKUP = Pattern.compile(
            "(?i)</?(html|body|p|br|div|span|table|tr|td|ul|ol|li|b|i|u|strong|em|a|font|h[1-6]|script|style|img|pre)(\\s[^<>]*)?/?>");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cntrl}&&[^\\n\\t]]|[\\u0080-\\u009F\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Set<String> HIDDEN = Set.of("script", "style", "template", "noscript");
    private static final Set<String> BLOCKS = Set.of("br", "p", "div", "li", "tr");

    private DeskText() {}

    /** Paragraphs and line breaks stay; markup, scripts and unseen characters go. */
    static String plain(@Nullable String said) {
        if (said == null) {
            return "";
        }
        String text = MARKUP.matcher(said).find() ? withoutMarkup(said) : said;
        text = UNSEEN.matcher(text.replaceAll("\\r\\n?|[\\u0085\\u2028\\u2029]", "\n"))
                .replaceAll("")
                // Not looked at again from each space of a long row of them.
                .replaceAll("(?<![ \\t\\u00a0])[ \\t\\u00a0]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
        return cut(text, LONGEST);
    }

    /** As one line of at most so many characters. */
    static String line(@Nullable String said, int atMost) {
        return cut(plain(said).replaceAll("\\s+", " "), atMost);
    }

    static @Nullable String orNull(@Nullable String said, int atMost) {
        String line = line(said, atMost);
        return line.isEmpty() ? null : line;
    }

    private static String withoutMarkup(String said) {
        var text = new StringBuilder();
        Jsoup.parse(said).filter((node, depth) -> {
            if (HIDDEN.contains(node.normalName())) {
                return NodeFilter.FilterResult.SKIP_ENTIRELY;
            }
            if (BLOCKS.contains(node.normalName())) {
                text.append('\n');
            } else if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return text.toString().replaceAll("[ \\t\\u00a0]+", " ").replaceAll("(?<!\\s)\\s*\\n\\s*", "\n");
    }

    private static String cut(String text, int atMost) {
        if (text.length() <= atMost) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(atMost - 2)) ? atMost - 2 : atMost - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
