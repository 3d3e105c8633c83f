package io.casewright.intake.application;

import io.casewright.casefile.application.AgentText;
import io.casewright.casefile.application.CasesByMail;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerNotChanged;
import io.casewright.customer.DetailsRefused;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.intake.domain.Decision;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.intake.domain.Verdict;
import io.casewright.intake.persistence.IncomingMails;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** A person says what comes of a mail that found no case by itself. */
@Service
public class DecideMail {

    private final ShowMail show;
    private final IncomingMails mails;
    private final ReadMail read;
    private final PlaceMail place;
    private final AnswerMail answer;
    private final CasesByMail cases;
    private final KeepCustomers keepCustomers;
    private final TransactionOperations transactions;
    private final Clock clock;

    DecideMail(
            ShowMail show,
            IncomingMails mails,
            ReadMail read,
            PlaceMail place,
            AnswerMail answer,
            CasesByMail cases,
            KeepCustomers keepCustomers,
            TransactionOperations transactions,
            Clock clock) {
        this.show = show;
        this.mails = mails;
        this.read = read;
        this.place = place;
        this.answer = answer;
        this.cases = cases;
        this.keepCustomers = keepCustomers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Why this cannot be done, as a sentence for who decides. */
    public Optional<String> problemWith(String reference, Decision decision) {
        return show.find(reference).flatMap(mail -> problemWith(mail, decision));
    }

    private Optional<String> problemWith(IncomingMail mail, Decision decision) {
        if (decision.outcome() == null) {
            return Optional.of("What comes of it: choose one.");
        }
        return switch (decision.outcome()) {
            case CASE -> problemWithCase(decision.caseNumber());
            case CONTACT -> problemWithContact(mail, decision.contact());
            case AGAIN -> Optional.empty();
            case ANSWER ->
                mail.sender().isEmpty()
                        ? Optional.of("The mail names no sender to whom an answer could go.")
                        : AgentText.problemWith("Words to the sender", decision.answer());
            case NOTHING ->
                decision.reason() == null || decision.reason().isBlank()
                        ? Optional.of("Why nothing comes of it: required.")
                        : Optional.empty();
        };
    }

    private Optional<String> problemWithCase(@Nullable String typed) {
        var number = caseIn(typed);
        if (number.isEmpty() || !cases.exists(number.get())) {
            return Optional.of("Number of the case: there is no such case. Write it as CW-2026-000123.");
        }
        return cases.isErased(number.get())
                ? Optional.of("Number of the case: this case was erased, so nothing can be added to it.")
                : Optional.empty();
    }

    private static Optional<CaseNumber> caseIn(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.strip().toUpperCase(Locale.ROOT))
                .flatMap(CaseNumber::parse);
    }

    private static Optional<String> problemWithContact(IncomingMail mail, @Nullable String name) {
        if (!mail.senderProven()) {
            return Optional.of(
                    "Nobody vouches for the sender, so it cannot become a contact. Reach the customer another way first.");
        }
        if (mail.proposedCustomer() == null) {
            return Optional.of(
                    "The sender's domain is no customer's. Have a duty manager add the contact at the customer's page, and choose to look at the mail again.");
        }
        return name == null || name.isBlank() ? Optional.of("Name of the contact: required.") : Optional.empty();
    }

    /**
     * Does it; a mail that was sorted meanwhile stays as it is.
     *
     * @param person login of who decided; null when that is not known
     * @return false when it cannot be done any more, so that somebody has to look again
     */
    public boolean decide(String reference, Decision decision, @Nullable String person) {
        var waiting = show.find(reference);
        if (waiting.isEmpty()) {
            return true;
        }
        var mail = waiting.get();
        return problemWith(mail, decision).isEmpty() && isDone(mail, decision, person);
    }

    private boolean isDone(IncomingMail mail, Decision decision, @Nullable String person) {
        return switch (Objects.requireNonNull(decision.outcome())) {
            case CASE -> isKeptWith(mail, caseIn(decision.caseNumber()).orElseThrow(), person);
            case CONTACT -> isContactNow(mail, Objects.requireNonNull(decision.contact()), person);
            case AGAIN -> {
                begin(mail, person, "It is looked at again.");
                yield true;
            }
            case ANSWER -> {
                answered(mail, Objects.requireNonNull(decision.answer()), person);
                yield true;
            }
            case NOTHING -> {
                end(mail, Fate.DISCARDED, person, Objects.requireNonNull(decision.reason()));
                yield true;
            }
        };
    }

    private boolean isKeptWith(IncomingMail mail, CaseNumber number, @Nullable String person) {
        String author = mail.senderName().isEmpty() ? mail.sender() : mail.senderName();
        var verdict = new Verdict.OfCase(number, author, false);
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean kept = read.open(mail, (head, body) -> place.inCase(mail, verdict, head, body));
            if (kept) {
                mails.decided(mail.id(), person, number.value(), clock.instant());
            }
            return kept;
        }));
    }

    private boolean isContactNow(IncomingMail mail, String name, @Nullable String person) {
        try {
            String who = Objects.requireNonNullElse(person, "");
            keepCustomers.addContact(
                    Objects.requireNonNull(mail.proposedCustomer()),
                    new ContactDetails(name.strip(), mail.sender(), ""),
                    new Editor(who, who));
        } catch (CustomerNotChanged | DetailsRefused e) {
            // Somebody else made the contact meanwhile, or it cannot be one; looked at again, the mail says which.
        }
        begin(mail, person, "The sender becomes a contact.");
        return true;
    }

    private void begin(IncomingMail mail, @Nullable String person, String words) {
        transactions.executeWithoutResult(status -> {
            mails.decided(mail.id(), person, words, clock.instant());
            place.again(mail.id());
        });
    }

    private void answered(IncomingMail mail, String words, @Nullable String person) {
        transactions.executeWithoutResult(status -> {
            end(mail, Fate.ANSWERED, person, words);
            answer.order(mail.id());
        });
    }

    private void end(IncomingMail mail, Fate fate, @Nullable String person, String words) {
        transactions.executeWithoutResult(status -> {
            mails.decided(mail.id(), person, words, clock.instant());
            mails.end(mail.id(), fate);
        });
    }
}
