package io.casewright.desk.pages;

import io.casewright.attachment.HandedFile;
import io.casewright.platform.text.Fingerprint;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What somebody wrote.
 *
 * @param to the customer, the colleagues or one of them, nobody (a case of its own), or whose question it answers
 * @param colleague login of the one who is asked
 * @param key one for each page: sent twice with the same words it is one letter
 * @param file what goes along; a browser sends an empty one when none was chosen
 */
record WrittenHere(
        @Nullable String to,
        @Nullable String colleague,
        @Nullable String text,
        String key,
        @Nullable List<MultipartFile> file) {

    private static final Set<String> WAYS = Set.of("customer", "colleagues", "colleague", "case");
    private static final Pattern ANSWER = Pattern.compile("answer-(\\d{1,18})");

    WrittenHere {
        key = Objects.requireNonNullElse(key, "");
    }

    /** Nothing yet, on a page of its own. */
    static WrittenHere nothing() {
        return new WrittenHere(null, null, null, UUID.randomUUID().toString(), null);
    }

    String way() {
        return Objects.requireNonNullElse(to, "customer");
    }

    String asked() {
        return Objects.requireNonNullElse(colleague, "");
    }

    List<HandedFile> files() {
        return HandedFile.of(file);
    }

    String words() {
        return Objects.requireNonNullElse(text, "").replace("\r\n", "\n").strip();
    }

    /** Whose question it answers; empty when it answers none. */
    OptionalLong question() {
        var answer = ANSWER.matcher(way());
        return answer.matches() ? OptionalLong.of(Long.parseLong(answer.group(1))) : OptionalLong.empty();
    }

    boolean isKnown() {
        return WAYS.contains(way()) || question().isPresent();
    }

    /** With other words, or to somebody else, it is another letter. */
    String letterKey() {
        return "desk:" + Fingerprint.of(String.join("\n", key, way(), asked(), words()));
    }
}
