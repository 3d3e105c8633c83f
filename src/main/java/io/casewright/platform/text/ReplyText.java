package io.casewright.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes the quoted history and the signature off an answer, as the usual mail programs write them. */
public final class ReplyText {

    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?i)^(?=.*\\d)(on\\b.{5,200}\\bwrote|am\\b.{5,200}\\bschrieb\\b.{0,120}|le\\b.{5,200}\\ba écrit|el\\b.{5,200}\\bescribió|op\\b.{5,200}\\bschreef\\b.{0,120}|il\\b.{5,200}\\bha scritto|em\\b.{5,200}\\bescreveu|den\\b.{5,200}\\bskrev\\b.{0,120}|w dniu\\b.{5,200}\\b(?:napisał|pisze)\\S{0,4}.{0,60})\\s*:\\s*$");
    private static final Pattern DIVIDER = Pattern.compile(
            "(?i)^\\s*-{2,}\\s*(original message|ursprüngliche nachricht|original-nachricht|message d'origine|mensaje original|oorspronkelijk bericht|messaggio originale|mensagem original|ursprungligt meddelande|wiadomość oryginalna|forwarded message|weitergeleitete nachricht|message transféré)\\s*-{2,}\\s*$");
    /** Not a time or a date: "From: 2026-11-01 10:00" says since when something goes wrong. */
    private static final Pattern SENDER =
            Pattern.compile("(?i)^\\*?(from|von|de|van|da|från|od)\\*?\\s?:\\*?\\s*[^\\d\\s].*");

    private static final Pattern BELOW_SENDER = Pattern.compile(
            "(?i)^\\*?(sent|gesendet|envoyé|enviado|enviada|verzonden|inviato|skickat|wysłano|date|datum|fecha|data|subject|betreff|objet|asunto|onderwerp|oggetto|assunto|ämne|temat)\\*?\\s?:.+");
    private static final Pattern LINE = Pattern.compile("^\\s*[_\\-]{10,}\\s*$");
    private static final String SIGNATURE = "--";
    private static final int HEADER = 4;

    private ReplyText() {}

    /** What the writer added; empty when there is nothing of the writer's own. */
    public static String withoutHistory(String text) {
        List<String> lines = text.lines().toList();
        var own = new ArrayList<String>();
        for (int i = 0; i < lines.size() && !isEnd(lines, i); i++) {
            int introduction = linesOfIntroduction(lines, i);
            if (introduction > 0) {
                if (!isAnsweredBelow(lines, i + introduction)) {
                    break;
                }
                i += introduction - 1;
            } else if (!isQuoted(lines.get(i))) {
                own.add(lines.get(i));
            }
        }
        return String.join("\n", own).replaceAll("\\n{3,}", "\n\n").strip();
    }

    /**
     * A text in two parts that together are all of it.
     *
     * @param own what the writer added, with what is quoted between
     * @param history what is quoted below; empty where nothing is, or nothing else
     */
    public record Parted(String own, String history) {}

    /** Parts what was quoted below from what was written. Where somebody answers between the lines, nothing is parted. */
    public static Parted parted(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (beginsHistory(lines, i)) {
                String own = String.join("\n", lines.subList(0, i)).stripTrailing();
                return own.isBlank()
                        ? new Parted(text, "")
                        : new Parted(own, String.join("\n", lines.subList(i, lines.size())));
            }
        }
        return new Parted(text, "");
    }

    private static boolean beginsHistory(List<String> lines, int at) {
        int introduction = linesOfIntroduction(lines, at);
        if (introduction > 0 || isQuoted(lines.get(at))) {
            return !isAnsweredBelow(lines, at + introduction);
        }
        String line = lines.get(at).strip();
        return DIVIDER.matcher(line).matches()
                || isHeader(lines, at)
                || LINE.matcher(line).matches() && at + 1 < lines.size() && isHeader(lines, at + 1);
    }

    private static boolean isEnd(List<String> lines, int at) {
        String line = lines.get(at).strip();
        return line.equals(SIGNATURE)
                || DIVIDER.matcher(line).matches()
                || isHeader(lines, at)
                || LINE.matcher(line).matches() && at + 1 < lines.size() && isHeader(lines, at + 1);
    }

    /** None where there is no introduction. */
    private static int linesOfIntroduction(List<String> lines, int at) {
        if (INTRODUCTION.matcher(lines.get(at).strip()).matches()) {
            return 1;
        }
        return isIntroductionOverTwoLines(lines, at) ? 2 : 0;
    }

    /** Whether somebody wrote between the quoted lines. */
    private static boolean isAnsweredBelow(List<String> lines, int from) {
        return lines.subList(from, lines.size()).stream()
                .dropWhile(line -> !isQuoted(line))
                .anyMatch(line -> !line.isBlank() && !isQuoted(line));
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }

    private static boolean isIntroductionOverTwoLines(List<String> lines, int at) {
        return at + 1 < lines.size()
                && !lines.get(at).isBlank()
                && lines.get(at + 1).strip().endsWith(":")
                && INTRODUCTION
                        .matcher(lines.get(at).strip() + " " + lines.get(at + 1).strip())
                        .matches();
    }

    private static boolean isHeader(List<String> lines, int at) {
        return SENDER.matcher(lines.get(at).strip()).matches()
                && lines.subList(at + 1, Math.min(lines.size(), at + HEADER)).stream()
                        .anyMatch(line -> BELOW_SENDER.matcher(line.strip()).matches());
    }
}
