package io.casewright.message;

import io.casewright.platform.text.Fingerprint;
import io.casewright.platform.text.LinkToken;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The addresses from which letters come and to which answers go, and the token in each letter that leads an answer to its case
 * when its mail program leaves out which letter it answers. Nobody can guess one.
 */
@Component
public class OwnAddresses {

    private static final Pattern IN_TEXT = Pattern.compile("\\[ref:([0-9a-f]{32})\\]");
    private static final Pattern IN_ADDRESS = Pattern.compile("\\+([0-9a-f]{32})@");

    private static final int LENGTH = 32;

    private final MailSettings settings;
    private final JdbcClient database;

    OwnAddresses(MailSettings settings, JdbcClient database) {
        this.settings = settings;
        this.database = database;
    }

    /** Whether letters come from this address, or answers go to it. */
    public boolean isOurs(String address) {
        String plain = address.replaceFirst("\\+[^@]*@", "@");
        return Stream.of(settings.from(), settings.replyTo()).anyMatch(plain::equalsIgnoreCase);
    }

    /**
     * The number of the case whose token stands in one of the addresses or, where they have none, in the text.
     *
     * @param addresses to which a mail went
     * @param text all of it, with what it quotes
     */
    public Optional<String> caseByToken(List<String> addresses, String text) {
        var inAddresses = addresses.stream()
                .flatMap(address -> IN_ADDRESS.matcher(address).results());
        return Stream.concat(inAddresses, IN_TEXT.matcher(text).results().limit(20))
                .map((MatchResult found) -> found.group(1))
                .flatMap(token -> caseOf(token).stream())
                .findFirst();
    }

    /** The token of the case, as it stands in a letter. */
    @Transactional
    public String tokenOf(String caseNumber) {
        database.sql("INSERT IGNORE INTO reply_token (case_number, token) VALUES (?, ?)")
                .params(caseNumber, newToken())
                .update();
        return database.sql("SELECT token FROM reply_token WHERE case_number = ?")
                .param(caseNumber)
                .query(String.class)
                .single();
    }

    /** Of digits and small letters, since not every mail program leaves capitals in an address as they are. */
    private static String newToken() {
        return Fingerprint.of(LinkToken.random()).substring(0, LENGTH);
    }

    /** Where an answer to a letter with this token goes. */
    String replyTo(String token) {
        return settings.subAddresses() ? settings.replyTo().replaceFirst("@", "+" + token + "@") : settings.replyTo();
    }

    static String written(String token) {
        return "[ref:" + token + "]";
    }

    private Optional<String> caseOf(String token) {
        return database.sql("SELECT case_number FROM reply_token WHERE token = ?")
                .param(token)
                .query(String.class)
                .optional();
    }
}
