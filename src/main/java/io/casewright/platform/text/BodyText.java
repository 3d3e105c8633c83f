package io.casewright.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the customer wrote for this request: without what mail programs and companies put under every letter, and without
 * letters quoted below. Where it is not sure that only those follow, everything is kept.
 */
public final class BodyText {

    /** A line that is nothing but a closing formula. */
    private static final Pattern CLOSING = Pattern.compile(
            "(?iu)^\\s*(?:(?:kind|best|warm|many)?\\s*regards|sincerely|yours.{0,12}|cheers|best"
                    + "|(?:with\\s)?(?:many\\s)?thanks(?: and regards| in advance)?|thank you|mit .{0,14}gr(?:ü|ue)(?:ß|ss)en.{0,12}|(?:viele|beste|freundliche|liebe|herzliche)\\s+gr(?:ü|ue)(?:ß|ss)e.{0,12}|mfg|vg|lg"
                    + "|(?:bien )?cordialement|(?:sincères |meilleures )?salutations.{0,20}|bien à vous|merci|un saludo|saludos.{0,12}|atentamente|(?:cordiali|distinti) saluti|saluti|cumprimentos|com os melhores cumprimentos|atenciosamente|obrigad[oa]"
                    + "|(?:met )?vriendelijke groet(?:en)?|groet(?:en|jes)?|mvg|(?:med )?vänliga? hälsning(?:ar)?|mvh|hälsningar|z poważaniem|pozdrawiam|(?:よろしくお願い.{0,10})|此致|谢谢)\\s*[,.!。]?\\s*$");

    /** How a paragraph begins that stands under every letter of a company or a telephone. */
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?iu)^\\W{0,4}(?:this (?:e-?mail|message|communication)\\b.{0,80}(?:confidential|intended|privileged)|the (?:information|content)s? (?:contained )?in this (?:e-?mail|message)|(?:confidentiality )?disclaimer\\b|if you are not the intended"
                    + "|diese (?:e-?mail|nachricht)\\b.{0,80}(?:vertraulich|bestimmt)|ce (?:message|courriel|mail)\\b.{0,80}confidentiel|pensez à l.environnement|please consider the environment|bitte denken sie an die umwelt|este (?:correo|mensaje|e-?mail)\\b.{0,80}confidencia|questa (?:e-?mail|messaggio)\\b.{0,80}riservat|esta mensagem\\b.{0,80}confidencia|dit bericht\\b.{0,80}vertrouwelijk"
                    + "|sent from my \\w+|get outlook for|von meinem \\w+ gesendet|gesendet von|envoyé de mon|enviado desde mi|inviato da|enviado do meu|verzonden vanaf|skickat från min)");

    private static final Pattern FORWARDED = Pattern.compile(
            "(?iu)\\b(?:see|read) below\\b|siehe unten|voir ci-dessous|ver abajo|vedi sotto|zie onder|se nedan");
    private static final int LINES_OF_SIGNATURE = 12;
    private static final int LONGEST_OF_SIGNATURE = 90;
    private static final int LEAST_LETTERS = 20;
    private static final int LONGEST = 12_000;

    private BodyText() {}

    /** The text for reading; what is kept and shown stays whole. */
    public static String of(String text) {
        String read = text.substring(0, Math.min(text.length(), LONGEST));
        String reply = ReplyText.withoutHistory(read);
        boolean says =
                letters(reply) >= LEAST_LETTERS && !FORWARDED.matcher(reply).find();
        String own = withoutSignature(says ? reply : read);
        return own.isBlank() ? read : own;
    }

    private static String withoutSignature(String text) {
        List<String> lines = text.lines().toList();
        var own = new ArrayList<String>();
        boolean boilerplate = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!own.isEmpty() && CLOSING.matcher(line).matches() && isSignature(lines.subList(i + 1, lines.size()))) {
                break;
            }
            boilerplate = line.isBlank()
                    ? false
                    : boilerplate || BOILERPLATE.matcher(line).find();
            if (!boilerplate) {
                own.add(line);
            }
        }
        return String.join("\n", own);
    }

    /** Few and short lines, none of which asks or goes on telling. */
    private static boolean isSignature(List<String> lines) {
        List<String> written = lines.stream()
                .takeWhile(line -> !BOILERPLATE.matcher(line).find())
                .filter(line -> !line.isBlank())
                .toList();
        return written.size() <= LINES_OF_SIGNATURE
                && written.stream()
                        .allMatch(line -> line.length() <= LONGEST_OF_SIGNATURE
                                && !line.contains("?")
                                && !line.strip().matches("(?iu)p\\.?\\s?s\\.?\\W.*|.*\\p{Ll}{2}[.!]"));
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }
}
