package io.casewright.platform.text;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this application.
 *
 * @param publicUrl what links to its pages begin with
 * @param publicAddress the same for links that customers get; they may come in by another door
 */
@ConfigurationProperties("casewright")
public record PublicAddress(
        @DefaultValue("http://127.0.0.1:8080") URI publicUrl,
        @DefaultValue("http://127.0.0.1:8080") URI publicAddress) {

    public PublicAddress {
        require("public-url", publicUrl);
        require("public-address", publicAddress);
    }

    private static void require(String setting, URI address) {
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException(
                    "casewright.%1$s must be an address that begins with https:// or http://, such as https://support.partner.example; set CASEWRIGHT_%2$s"
                            .formatted(setting, setting.replace('-', '_').toUpperCase(Locale.ROOT)));
        }
    }

    /** Where a customer rates who has this token. */
    public String ofRating(String token) {
        return publicAddress + "/rate/" + token;
    }

    /** Where a customer reads and answers a case who has this token, in the reader's language. */
    public String ofCaseLink(String token, String language) {
        return "%s/my-case/%s?language=%s".formatted(publicAddress, token, language);
    }

    /** The text, with the tokens of such links made unreadable: what quotes a letter is read by others than its reader. */
    public String withoutTokens(String text) {
        return Pattern.compile("(" + Pattern.quote(publicAddress.toString())
                        + "/(?:my-case|rate|statements)/)[\\w-]+(?:\\?[\\w=&-]*)?")
                .matcher(text)
                .replaceAll("$1…");
    }

    /** The address of a case's file. */
    public String ofCase(Object number) {
        return publicUrl + "/cases/" + number;
    }

    /** The address of a version of a plan, in the reader's language. */
    public URI ofPlan(long plan, int version, String language) {
        return URI.create("%s/plans/%d?version=%d&language=%s".formatted(publicAddress, plan, version, language));
    }

    /** Where a customer reads a statement who has this token, in the reader's language. */
    public URI ofStatement(String token, String language) {
        return URI.create("%s/statements/%s?language=%s".formatted(publicAddress, token, language));
    }

    /** The address of a task at the Desk. */
    public String ofTask(long id) {
        return publicUrl + "/desk/tasks/" + id;
    }
}
