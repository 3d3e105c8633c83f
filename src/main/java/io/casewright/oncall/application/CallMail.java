package io.casewright.oncall.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.casewright.oncall.domain.Call;
import io.casewright.oncall.persistence.Calls;
import io.casewright.oncall.persistence.Rotas;
import io.casewright.platform.outbox.Outbox;
import io.casewright.platform.text.PublicAddress;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes to somebody who is called. The mail names the case by its number only, and leads to a page behind the login. */
@Component
class CallMail {

    private static final TaskDescriptor<Mail> TASK = TaskDescriptor.of("on-call-mail", Mail.class);

    private final Outbox outbox;
    private final Calls calls;
    private final Rotas rotas;
    private final JavaMailSender mailer;
    private final PublicAddress address;
    private final String from;
    private final Clock clock;

    CallMail(
            Outbox outbox,
            Calls calls,
            Rotas rotas,
            JavaMailSender mailer,
            PublicAddress address,
            @Value("${casewright.message.from}") String from,
            Clock clock) {
        this.outbox = outbox;
        this.calls = calls;
        this.rotas = rotas;
        this.mailer = mailer;
        this.address = address;
        this.from = from;
        this.clock = clock;
    }

    record Mail(long call, String login) {}

    /** Orders it in the current transaction. */
    void order(Call call, String login) {
        outbox.add(TASK.instance("call-%d:%s".formatted(call.id(), login))
                .data(new Mail(call.id(), login))
                .build());
    }

    /** A mail that waited for the mail server until somebody else was on it is not sent any more. */
    void send(Mail mail) {
        var call = calls.find(mail.call()).orElseThrow();
        var to = rotas.addressOf(mail.login());
        if (!call.isOpen() || to.isEmpty()) {
            return;
        }
        try {
            var message = mailer.createMimeMessage();
            var parts = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(to.get());
            parts.setSubject("[%s] %s".formatted(call.caseNumber(), call.reason()));
            parts.setText("""
                    %s: %s.

                    Say that you are on it: %s/desk/on-call
                    Until you do, the next person is called in a few minutes.
                    """.formatted(call.caseNumber(), call.reason(), address.publicUrl())
                    .replace("\n", "\r\n"));
            parts.setSentDate(Date.from(clock.instant()));
            mailer.send(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail about call " + call.id() + " cannot be written", e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Mailing {

        @Bean
        Task<Mail> onCallMailTask(Outbox outbox, CallMail callMail) {
            return outbox.taskThatMayWait(TASK, callMail::send);
        }
    }
}
