package io.casewright.caselink.application;

import io.casewright.casefile.application.CasesByMail;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.caselink.persistence.LinkStore;
import io.casewright.customer.CustomerDirectory;
import io.casewright.message.CaseLink;
import io.casewright.platform.text.Fingerprint;
import io.casewright.platform.text.LinkToken;
import io.casewright.platform.text.PublicAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the links of a case's letters, each for its reader alone, and withdraws them. */
@Service
@Transactional
public class CaseLinks implements CaseLink {

    private final LinkStore links;
    private final CasesByMail cases;
    private final CustomerDirectory directory;
    private final PublicAddress address;
    private final LinkSettings settings;
    private final Clock clock;

    CaseLinks(
            LinkStore links,
            CasesByMail cases,
            CustomerDirectory directory,
            PublicAddress address,
            LinkSettings settings,
            Clock clock) {
        this.links = links;
        this.cases = cases;
        this.directory = directory;
        this.address = address;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Made> of(String caseNumber, String email, Locale language) {
        if (settings.validFor().isZero()) {
            return Optional.empty();
        }
        return CaseNumber.parse(caseNumber)
                .flatMap(number -> cases.party(number, directory.findSenders(email)))
                .map(reader -> make(caseNumber, reader.contactId(), language));
    }

    private Made make(String caseNumber, long contact, Locale language) {
        String token = LinkToken.random();
        Instant now = clock.instant();
        Instant validUntil = now.plus(settings.validFor());
        links.add(Fingerprint.of(token), caseNumber, contact, now, validUntil);
        return new Made(address.ofCaseLink(token, language.getLanguage()), validUntil);
    }

    /**
     * The links of a case that work.
     *
     * @param lastUntil until when the last one works; null when there is none
     */
    public record Working(int number, @Nullable Instant lastUntil) {}

    @Transactional(readOnly = true)
    public Working workingOf(CaseNumber number) {
        var working = links.workingOf(number.value(), clock.instant());
        return new Working(working.size(), working.isEmpty() ? null : working.getFirst());
    }

    /**
     * None that was sent so far works any more.
     *
     * @param by login of who withdraws them
     * @return how many worked
     */
    public int withdraw(CaseNumber number, @Nullable String by) {
        return links.withdraw(number.value(), by, clock.instant());
    }
}
