package io.casewright.intake.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.customer.CustomerDirectory;
import io.casewright.intake.domain.AsideReason;
import io.casewright.intake.domain.Fate;
import io.casewright.intake.domain.IncomingMail;
import io.casewright.intake.domain.Verdict;
import io.casewright.intake.persistence.IncomingMails;
import io.casewright.message.Addressee;
import io.casewright.message.MailAnswer;
import io.casewright.message.MailAnswers;
import io.casewright.message.PublicText;
import io.casewright.message.Recipient;
import io.casewright.platform.outbox.Outbox;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Sends what a person writes to who wrote a mail of which no case came. */
@Component
class AnswerMail {

    static final TaskDescriptor<Order> TASK = TaskDescriptor.of("mail-answer", Order.class);

    private static final Logger log = LoggerFactory.getLogger(AnswerMail.class);

    private final IncomingMails mails;
    private final MailAnswers answers;
    private final CustomerDirectory directory;
    private final PlaceMail place;
    private final Outbox outbox;

    AnswerMail(IncomingMails mails, MailAnswers answers, CustomerDirectory directory, PlaceMail place, Outbox outbox) {
        this.mails = mails;
        this.answers = answers;
        this.directory = directory;
        this.place = place;
        this.outbox = outbox;
    }

    /** Which mail is answered; the words stand with it. */
    record Order(long mail) {}

    /** In the current transaction. */
    void order(long mail) {
        outbox.add(TASK.instance(String.valueOf(mail)).data(new Order(mail)).build());
    }

    void send(Order order) {
        mails.find(order.mail()).filter(mail -> mail.fate() == Fate.ANSWERED).ifPresent(this::send);
    }

    private void send(IncomingMail mail) {
        String name = mail.senderName().isEmpty() ? mail.sender() : mail.senderName();
        answers.send(new MailAnswer(
                        "mail-answer-" + mail.id(),
                        new Addressee(new Recipient(name, mail.sender()), Locale.ENGLISH, directory.houseName()),
                        mail.subject(),
                        new PublicText(Objects.requireNonNull(mail.decision())),
                        mail.internetId()))
                .ifPresent(reason -> {
                    log.warn(
                            "The answer to mail {} cannot be delivered, so the mail is put before a person again",
                            mail.id());
                    place.aside(mail.id(), new Verdict.Aside(AsideReason.UNDELIVERABLE));
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Answering {

        @Bean
        Task<Order> mailAnswerTask(Outbox outbox, AnswerMail answer) {
            return outbox.taskThatMayWait(TASK, answer::send);
        }
    }
}
