package io.casewright.casefile.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.attachment.FilesForLater;
import io.casewright.attachment.HandedFile;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.HeldLetter;
import io.casewright.casefile.domain.Step;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.casefile.domain.TimelineEntry.Kind;
import io.casewright.casefile.persistence.HeldLetters;
import io.casewright.message.LetterContent;
import io.casewright.message.PublicText;
import io.casewright.platform.outbox.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An agent writes to the customer of a case, at whatever step it is, ended or not; for a moment it can be taken back. */
@Service
public class WriteToCustomer {

    private static final TaskDescriptor<Order> TASK = TaskDescriptor.of("held-letter", Order.class);
    private static final String ELEMENT = "write-to-customer";

    private final CaseSteps steps;
    private final HeldLetters letters;
    private final Correspondence correspondence;
    private final FilesOfCase files;
    private final FilesForLater filesForLater;
    private final Outbox outbox;
    private final CaseSettings settings;
    private final Clock clock;

    WriteToCustomer(
            CaseSteps steps,
            HeldLetters letters,
            Correspondence correspondence,
            FilesOfCase files,
            FilesForLater filesForLater,
            Outbox outbox,
            CaseSettings settings,
            Clock clock) {
        this.steps = steps;
        this.letters = letters;
        this.correspondence = correspondence;
        this.files = files;
        this.filesForLater = filesForLater;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Which letter goes out. */
    record Order(String caseNumber, long letterId) {}

    /** Why this text cannot go to a customer, as a sentence for the agent. */
    public Optional<String> problemWith(String text) {
        return AgentText.problemWith("What you write", text);
    }

    /** Why these files cannot go to the customer of the case, as a sentence for the agent. */
    @Transactional(readOnly = true)
    public Optional<String> problemWith(CaseNumber number, List<HandedFile> enclosed) {
        return files.problemWithLetter(steps.find(number), enclosed);
    }

    /**
     * Keeps a letter, which goes out after the time in which it can be taken back.
     *
     * @param text one that has no {@linkplain #problemWith problem}
     * @param agent login of who writes; null when that is not known
     * @param key one for each letter of the case: sent twice it is one letter
     * @param enclosed files without {@linkplain #problemWith(CaseNumber, List) problem} that go along
     * @throws io.casewright.casefile.domain.NotPossibleNow when who asked was erased
     */
    @Transactional
    public void write(CaseNumber number, String text, @Nullable String agent, String key, List<HandedFile> enclosed) {
        var supportCase = steps.find(number);
        supportCase.requireNotErased("write to its customer");
        if (supportCase.status() == CaseStatus.RESOLVED) {
            supportCase.giveTime(clock.instant().plus(settings.confirmationTime()));
        }
        letters.hold(supportCase.id(), key, agent, text.strip(), clock.instant().plus(settings.takeBackTime()))
                .ifPresent(id -> {
                    files.keepForLater(supportCase, waiting(id), enclosed);
                    goOut(new Order(number.value(), id));
                });
    }

    private void goOut(Order order) {
        if (settings.takeBackTime().isZero()) {
            release(new CaseNumber(order.caseNumber()), order.letterId());
            return;
        }
        outbox.add(TASK.instance(String.valueOf(order.letterId())).data(order).build(), settings.takeBackTime());
    }

    private static String waiting(long letterId) {
        return "held-letter:" + letterId;
    }

    /** What the files of such a letter are called. */
    @Transactional(readOnly = true)
    public List<String> filesOf(HeldLetter letter) {
        return filesForLater.namesOf(waiting(letter.id()));
    }

    /** Letters of the case that can still be taken back, the oldest first. */
    @Transactional(readOnly = true)
    public List<HeldLetter> held(CaseNumber number) {
        return letters.ofCase(steps.find(number).id());
    }

    /** The letter is not sent, and nothing of it stays; false when it has gone out. */
    @Transactional
    public boolean takeBack(CaseNumber number, long letterId) {
        var supportCase = steps.find(number);
        return letters.find(letterId)
                .filter(letter -> letter.caseId() == supportCase.id())
                .map(letter -> {
                    filesForLater.forget(waiting(letterId));
                    return letters.remove(letterId);
                })
                .orElse(false);
    }

    /** Its time is up; one that was taken back meanwhile does not go out. */
    @Transactional
    public void release(CaseNumber number, long letterId) {
        var supportCase = steps.find(number);
        letters.find(letterId)
                .filter(letter -> letters.remove(letterId))
                .ifPresent(letter -> send(supportCase, letter));
    }

    /** Once for each key, also when it is written again after it went out: what was to go along then is not needed. */
    private void send(SupportCase found, HeldLetter letter) {
        var step = new Step(
                ELEMENT,
                UUID.nameUUIDFromBytes((ELEMENT + letter.key()).getBytes(StandardCharsets.UTF_8))
                        .toString());
        steps.once(found, step, supportCase -> {
            var content = new LetterContent.Update(new PublicText(letter.body()));
            filesForLater.join(waiting(letter.id()), correspondence.write(supportCase, content, step));
            steps.record(supportCase, Kind.CUSTOMER_WRITTEN_TO, Actor.agent(letter.author()), step, letter.body());
        });
        filesForLater.forget(waiting(letter.id()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Sending {

        @Bean
        Task<Order> heldLetterTask(Outbox outbox, WriteToCustomer writeToCustomer) {
            return outbox.task(
                    TASK, order -> writeToCustomer.release(new CaseNumber(order.caseNumber()), order.letterId()));
        }
    }
}
