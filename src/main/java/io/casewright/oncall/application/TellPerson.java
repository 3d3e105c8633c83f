package io.casewright.oncall.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.oncall.client.TellProgram;
import io.casewright.oncall.client.TellProgram.Told;
import io.casewright.oncall.domain.Call;
import io.casewright.oncall.domain.Reach;
import io.casewright.oncall.persistence.Calls;
import io.casewright.oncall.persistence.Rotas;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.PublicAddress;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Tells somebody by mail, or the program that this person chose. It names the case by its number only, and leads to a page behind the login.
 */
@Component
class TellPerson {

    private static final TaskDescriptor<OfCall> CALL = TaskDescriptor.of("on-call-mail", OfCall.class);
    private static final TaskDescriptor<Notice> NOTICE = TaskDescriptor.of("on-call-notice", Notice.class);

    private final Outbox outbox;
    private final Calls calls;
    private final Rotas rotas;
    private final TellProgram program;
    private final JavaMailSender mailer;
    private final PublicAddress address;
    private final String from;
    private final Clock clock;

    TellPerson(
            Outbox outbox,
            Calls calls,
            Rotas rotas,
            TellProgram program,
            JavaMailSender mailer,
            PublicAddress address,
            @Value("${casewright.message.from}") String from,
            Clock clock) {
        this.outbox = outbox;
        this.calls = calls;
        this.rotas = rotas;
        this.program = program;
        this.mailer = mailer;
        this.address = address;
        this.from = from;
        this.clock = clock;
    }

    record OfCall(long call, String login) {}

    /** Something that nobody has to answer. */
    record Notice(String id, String login, String caseNumber, String reason) {}

    /** Orders it in the current transaction. */
    void order(Call call, String login) {
        outbox.add(CALL.instance("call-%d:%s".formatted(call.id(), login))
                .data(new OfCall(call.id(), login))
                .build());
    }

    /** Orders it in the current transaction; the same again is told once. */
    void order(Notice notice, Duration notBefore) {
        outbox.add(
                NOTICE.instance(notice.id() + ":" + notice.login()).data(notice).build(), notBefore);
    }

    /** What waited until somebody else was on it is not told any more. */
    void tell(OfCall order) {
        var call = calls.find(order.call()).orElseThrow();
        if (call.isOpen()) {
            rotas.reachOf(order.login())
                    .ifPresent(reach -> tell(
                            reach,
                            new Told(
                                    "call-%d-%s".formatted(call.id(), order.login()),
                                    call.caseNumber(),
                                    call.reason(),
                                    address.publicUrl() + "/desk/on-call"),
                            """
                            Say that you are on it: %s
                            Until you do, the next person is called in a few minutes."""));
        }
    }

    void tell(Notice notice) {
        rotas.reachOf(notice.login())
                .ifPresent(reach -> tell(
                        reach,
                        new Told(
                                notice.id() + "-" + notice.login(),
                                notice.caseNumber(),
                                notice.reason(),
                                address.publicUrl() + "/cases/" + notice.caseNumber()),
                        "The case: %s"));
    }

    private void tell(Reach reach, Told told, String words) {
        String hook = reach.hook();
        if (hook != null) {
            program.tell(hook, told);
        } else {
            mail(reach.address(), told, words.formatted(told.link()));
        }
    }

    private void mail(String to, Told told, String words) {
        try {
            var message = mailer.createMimeMessage();
            var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to);
            parts.setSubject("[%s] %s".formatted(told.caseNumber(), told.reason()));
            parts.setText("%s: %s.\n\n%s\n"
                    .formatted(told.caseNumber(), told.reason(), words)
                    .replace("\n", "\r\n"));
            parts.setSentDate(Date.from(clock.instant()));
            message.saveChanges();
            // Sent twice it is the same mail.
            message.setHeader("Message-ID", "<%s@%s>".formatted(told.id(), from.substring(from.indexOf('@') + 1)));
            mailer.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail about " + told.id() + " cannot be written", e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Telling {

        @Bean
        Task<OfCall> onCallMailTask(Outbox outbox, TellPerson tellPerson) {
            return outbox.taskThatMayWait(CALL, tellPerson::tell);
        }

        @Bean
        Task<Notice> onCallNoticeTask(Outbox outbox, TellPerson tellPerson) {
            return outbox.taskThatMayWait(NOTICE, tellPerson::tell);
        }
    }
}
