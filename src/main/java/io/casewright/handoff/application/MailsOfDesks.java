package io.casewright.handoff.application;

import io.casewright.casefile.application.ReceiveMessage;
import io.casewright.casefile.application.SettleDeadLetters;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.handoff.application.AsideMails.AsideMail;
import io.casewright.handoff.application.AsideMails.MailboxAway;
import io.casewright.handoff.application.AsideMails.Words;
import io.casewright.handoff.application.MailedNotes.MailedNote;
import io.casewright.handoff.application.MailedNotes.Taken;
import io.casewright.handoff.persistence.DeskMails;
import io.casewright.platform.deadletter.Crossing;
import io.casewright.platform.deadletter.CrossingAway;
import io.casewright.platform.deadletter.DeadLetter;
import io.casewright.platform.deadletter.DeadLetter.Action;
import io.casewright.platform.deadletter.DecidedBy;
import io.casewright.platform.deadletter.DecisionRefused;
import io.casewright.platform.text.Fingerprint;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Mails about vendor tickets in the folder Quarantine. A person who says where one belongs vouches for it. */
@Component
@Order(4)
class MailsOfDesks implements Crossing {

    private static final Pattern TICKET = Pattern.compile("(CW-\\d{4}-\\d{6})-T\\d{1,4}");

    private final ObjectProvider<AsideMails> mails;
    private final MailedNotes notes;
    private final ReceiveMessage receiveMessage;
    private final SettleDeadLetters settle;
    private final DeskMails asideMails;

    MailsOfDesks(
            ObjectProvider<AsideMails> mails,
            MailedNotes notes,
            ReceiveMessage receiveMessage,
            SettleDeadLetters settle,
            DeskMails asideMails) {
        this.mails = mails;
        this.notes = notes;
        this.receiveMessage = receiveMessage;
        this.settle = settle;
        this.asideMails = asideMails;
    }

    @Override
    public String id() {
        return "mails";
    }

    @Override
    public String title() {
        return "Mails about vendor tickets";
    }

    @Override
    public List<DeadLetter> dead(int most) {
        var found = inside(box -> box.list(most)).orElse(List.of());
        var ended = settle.endedAmong(found.stream()
                .map(mail -> caseOf(mail.reference()))
                .filter(Objects::nonNull)
                .toList());
        return found.stream().map(mail -> dead(mail, ended)).toList();
    }

    /** As was counted when they were set aside: the mailbox is not asked for a figure. */
    @Override
    public long count() {
        return asideMails.countAside();
    }

    private static DeadLetter dead(AsideMail mail, Set<String> ended) {
        var actions = EnumSet.of(Action.SEND_AGAIN, Action.ATTACH, Action.DISCARD);
        String place = caseOf(mail.reference());
        if (place != null && ended.contains(place)) {
            actions.add(Action.REOPEN);
        }
        return new DeadLetter(
                mail.name(),
                mail.sender().isEmpty() ? "Mail" : "Mail of %s: %s".formatted(mail.sender(), mail.subject()),
                place,
                mail.why().words(),
                mail.writtenAt(),
                actions);
    }

    @Override
    public boolean decide(DeadLetter letter, Action action, String target, String words, DecidedBy person) {
        return inside(box -> switch (action) {
                    case SEND_AGAIN -> box.readAgain(letter.key());
                    case DISCARD -> box.done(letter.key());
                    case ATTACH -> isAttached(box, letter.key(), target, person);
                    case REOPEN ->
                        settle.reopen(new CaseNumber(String.valueOf(letter.place())), person.login(), words)
                                && isAttached(box, letter.key(), String.valueOf(letter.place()), person);
                })
                .orElse(false);
    }

    private boolean isAttached(AsideMails box, String name, String target, DecidedBy person) {
        var words = box.words(name)
                .orElseThrow(() -> new DecisionRefused(
                        "The mail is not there any more, or cannot be read; look at it in the mailbox."));
        if (TICKET.matcher(target).matches()) {
            take(words, target);
        } else {
            note(words, target, person);
        }
        // A mail that is taken twice is the same; one that was moved, but not taken, would be lost.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                box.done(name);
            }
        });
        return true;
    }

    private void take(Words words, String reference) {
        var note = new MailedNote(reference, words.messageId(), words.sender(), words.writtenAt(), false, words.text());
        if (notes.take(note) == Taken.NO_TICKET) {
            throw new DecisionRefused("There is no open ticket %s. Attach it to its case instead, by the case's number."
                    .formatted(reference));
        }
    }

    private void note(Words words, String target, DecidedBy person) {
        var number = CaseNumber.parse(target)
                .orElseThrow(
                        () -> new DecisionRefused(
                                "Say where it belongs by the number of a case or of a ticket of ours, such as CW-2026-000042 or CW-2026-000042-T1."));
        String text = "Mail of %s: %s\n\n%s".formatted(words.sender(), words.subject(), words.text());
        var kept = receiveMessage.note(number, text, person.name(), "mail:" + Fingerprint.of(words.messageId()));
        if (kept.isEmpty()) {
            throw new DecisionRefused("There is no case " + number + ".");
        }
    }

    private <T> Optional<T> inside(Function<AsideMails, T> work) {
        try {
            return Optional.ofNullable(mails.getIfAvailable()).map(box -> Objects.requireNonNull(work.apply(box)));
        } catch (MailboxAway e) {
            throw new CrossingAway("The mailbox of vendor tickets does not answer. Try again when it does.", e);
        }
    }

    private static @Nullable String caseOf(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        var ticket = TICKET.matcher(reference);
        return ticket.matches() ? ticket.group(1) : null;
    }
}
