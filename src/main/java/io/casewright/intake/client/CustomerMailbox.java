package io.casewright.intake.client;

import io.casewright.intake.application.IntakeSettings;
import io.casewright.intake.application.TakeMail;
import io.casewright.mail.Mailbox;
import io.casewright.mail.MailboxLogin;
import io.casewright.mail.Unreadable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes mails out of the mailbox that customers write to, as they come. A mail is moved only after it was taken, so it may be
 * fetched twice and is never lost; one that cannot be fetched holds up no other.
 */
@Component
class CustomerMailbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerMailbox.class);
    private static final int AT_ONCE = 100;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final IntakeSettings settings;
    private final TakeMail take;
    private final MailboxToken token;
    private final AtomicInteger stuck = new AtomicInteger();
    private volatile @Nullable Thread reader;
    private volatile boolean running;
    private boolean away;

    CustomerMailbox(IntakeSettings settings, TakeMail take, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.take = take;
        this.token = new MailboxToken(settings.mailbox().oauth(), clock);
        Gauge.builder("casewright.intake.stuck", stuck, AtomicInteger::get)
                .description("Mails that cannot be fetched from the mailbox that customers write to")
                .register(meters);
    }

    @Override
    public void start() {
        if (settings.mailbox().isThere()) {
            running = true;
            reader = Thread.ofVirtual().name("customer-mailbox").start(this::readOn);
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread reading = reader;
        if (reading != null) {
            // It waits for the server, and a wait of this kind ends with its connection.
            reading.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void readOn() {
        var pause = settings.every();
        while (running) {
            try (var mailbox = Mailbox.open(login(), settings.mailbox().folder())) {
                tellBack();
                pause = settings.every();
                read(mailbox);
            } catch (MessagingException | IOException | RuntimeException e) {
                if (e instanceof AuthenticationFailedException) {
                    token.forget();
                }
                tellAway(e);
                rest(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void read(Mailbox mailbox) throws MessagingException, IOException {
        while (running) {
            int taken = takeAll(mailbox);
            if (taken == 0 && running && !mailbox.awaitNews(LONGEST_WAIT)) {
                rest(settings.every());
            }
        }
    }

    private int takeAll(Mailbox mailbox) throws MessagingException, IOException {
        int taken = 0;
        int failed = 0;
        for (Message mail : mailbox.mails(AT_ONCE + stuck.get())) {
            if (isTaken(mailbox, mail)) {
                taken++;
            } else {
                failed++;
            }
        }
        stuck.set(failed);
        if (taken > 0) {
            mailbox.expunge();
        }
        return taken;
    }

    private boolean isTaken(Mailbox mailbox, Message mail) throws MessagingException, IOException {
        try {
            take.take(mailbox.nameOf(mail), () -> mailbox.raw(mail), () -> headOf(mailbox, mail));
            mailbox.move(mail, Mailbox.DONE);
            return true;
        } catch (MessagingException | IOException e) {
            if (!mailbox.isOpen()) {
                throw e;
            }
            LOG.warn(
                    "A mail of a customer cannot be fetched or moved ({}); it stays where it is",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private static InputStream headOf(Mailbox mailbox, Message mail) throws IOException {
        try {
            var head = new ByteArrayOutputStream();
            mailbox.head(mail).writeTo(head);
            return new ByteArrayInputStream(head.toByteArray());
        } catch (MessagingException | Unreadable e) {
            throw new IOException("The head of a mail cannot be fetched", e);
        }
    }

    private MailboxLogin login() {
        var mailbox = settings.mailbox();
        boolean byToken = mailbox.oauth().isUsed();
        return new MailboxLogin(
                mailbox.host(),
                mailbox.port(),
                mailbox.tls(),
                mailbox.user(),
                byToken ? token::get : mailbox.password()::value,
                byToken,
                mailbox.timeout());
    }

    private void tellAway(Exception trouble) {
        if (!away && running) {
            LOG.warn(
                    "The mailbox that customers write to at {} cannot be read ({}); it is tried again. Check CASEWRIGHT_INTAKE_MAILBOX_HOST, _USER and _PASSWORD or _OAUTH_….",
                    settings.mailbox().host(),
                    trouble.getClass().getSimpleName());
        }
        away = true;
    }

    private void tellBack() {
        if (away) {
            LOG.info("The mailbox that customers write to is read again");
        }
        away = false;
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            // It is to stop, and sees that itself.
            Thread.currentThread().interrupt();
        }
    }
}
