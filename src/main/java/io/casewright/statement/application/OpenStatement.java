package io.casewright.statement.application;

import io.casewright.platform.text.Fingerprint;
import io.casewright.statement.application.ReadStatements.Whole;
import io.casewright.statement.persistence.StatementLetterStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Opens the one statement to which the link of a letter leads, as often as whoever has it wants to. */
@Service
public class OpenStatement {

    private final StatementLetterStore letters;
    private final ReadStatements read;
    private final Clock clock;

    OpenStatement(StatementLetterStore letters, ReadStatements read, Clock clock) {
        this.letters = letters;
        this.read = read;
        this.clock = clock;
    }

    /** @param contact whom the letter went to */
    public record Opened(Whole whole, long contact, Instant validUntil) {}

    /** The link was in a letter, but works no more. */
    public static final class LinkOver extends RuntimeException {}

    /**
     * Empty when nobody was sent that link.
     *
     * @throws LinkOver when it works no more
     */
    public Optional<Opened> open(String token) {
        return letters.byLink(Fingerprint.of(token)).map(linked -> {
            if (!clock.instant().isBefore(linked.validUntil())) {
                throw new LinkOver();
            }
            return new Opened(read.whole(linked.statement()), linked.contact(), linked.validUntil());
        });
    }
}
