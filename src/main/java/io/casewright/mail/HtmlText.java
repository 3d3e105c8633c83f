package io.casewright.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** A letter in HTML as plain text: paragraphs, lists, where links lead, and what is quoted; nothing that its reader would not see. */
final class HtmlText {

    private static final Set<String> UNSEEN =
            Set.of("script", "style", "template", "noscript", "head", "title", "object");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "li",
            "tr",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "section",
            "article",
            "header",
            "footer",
            "dl",
            "dt",
            "dd",
            "center",
            "address");
    private static final Pattern HIDDEN =
            Pattern.compile("(?i)(display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)^(https?|ftp)://.+");

    private final StringBuilder text = new StringBuilder();
    private int quotes;
    private int verbatim;

    private HtmlText() {}

    static String of(String html) {
        var made = new HtmlText();
        Jsoup.parse(html).body().filter(made.new Writer());
        return made.text
                .toString()
                .replaceAll("[ \\t\\u00a0]+(?=\\n)", "")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private final class Writer implements NodeFilter {

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                write(verbatim > 0 ? words.getWholeText() : words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
            } else if (node instanceof Element element) {
                return begin(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                end(element);
            }
            return FilterResult.CONTINUE;
        }
    }

    private NodeFilter.FilterResult begin(Element element) {
        String name = element.normalName();
        if (UNSEEN.contains(name)
                || element.hasAttr("hidden")
                || HIDDEN.matcher(element.attr("style")).find()) {
            return NodeFilter.FilterResult.SKIP_ENTIRELY;
        }
        switch (name) {
            case "br" -> text.append('\n');
            case "hr" -> line("----------");
            case "img" ->
                write(
                        element.attr("alt").isBlank()
                                ? ""
                                : "[" + element.attr("alt").strip() + "]");
            case "blockquote" -> {
                newLine();
                quotes++;
            }
            case "pre" -> {
                newLine();
                verbatim++;
            }
            case "li" -> {
                newLine();
                write("- ");
            }
            default -> {
                if (BLOCKS.contains(name)) {
                    newLine();
                }
            }
        }
        return NodeFilter.FilterResult.CONTINUE;
    }

    private void end(Element element) {
        String name = element.normalName();
        switch (name) {
            case "blockquote" -> {
                newLine();
                quotes = Math.max(0, quotes - 1);
            }
            case "pre" -> {
                newLine();
                verbatim = Math.max(0, verbatim - 1);
            }
            case "p" -> {
                newLine();
                text.append('\n');
            }
            case "td", "th" -> write(" ");
            case "a" -> writeTarget(element);
            default -> {
                if (BLOCKS.contains(name)) {
                    newLine();
                }
            }
        }
    }

    /** Where a link leads is news unless its words say it. */
    private void writeTarget(Element link) {
        String target = link.attr("href").strip();
        String words = link.text().strip();
        boolean said = bare(target).equals(bare(words));
        if (ADDRESS.matcher(target).matches() && !said) {
            write(" <" + target + ">");
        }
    }

    private static String bare(String address) {
        return address.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("/$", "");
    }

    private void line(String words) {
        newLine();
        write(words);
        newLine();
    }

    private void write(String words) {
        for (int i = 0; i < words.length(); i++) {
            char at = words.charAt(i);
            boolean begins = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
            if (begins && at != '\n') {
                if (at == ' ' && verbatim == 0) {
                    continue;
                }
                text.append(quotes == 0 ? "" : ">".repeat(quotes) + " ");
            }
            boolean doubled = at == ' ' && verbatim == 0 && !text.isEmpty() && text.charAt(text.length() - 1) == ' ';
            if (!doubled) {
                text.append(at);
            }
        }
    }

    private void newLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
