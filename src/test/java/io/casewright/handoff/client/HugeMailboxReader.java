package io.casewright.handoff.client;

import io.casewright.handoff.application.MailMemory;
import io.casewright.handoff.application.MailedNotes;
import io.casewright.handoff.application.MailedNotes.MailedNote;
import io.casewright.handoff.application.MailedNotes.Taken;
import io.casewright.platform.text.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Reads a mailbox once, in a program of its own that has as little memory as it is given, and says how many mails it took. */
final class HugeMailboxReader {

    private HugeMailboxReader() {}

    public static void main(String[] arguments) {
        var desk = new DeskMailSettings("support@desk.trey.example", "tickets@partner.example");
        var settings = new MailboxSettings(
                "127.0.0.1",
                Integer.parseInt(arguments[0]),
                false,
                "tickets",
                new Secret("secret"),
                "INBOX",
                Duration.ofMinutes(1),
                "mx.partner.example",
                List.of(),
                Duration.ofSeconds(20));
        var memory = new Forgetful();
        var notes = new Counting();
        var beans = new StaticListableBeanFactory();
        beans.addBean("mailedNotes", notes);
        new NoteMailbox(
                        settings,
                        new MailSorter(settings, desk, new DeskMailIds(desk), memory, Clock.systemUTC()),
                        memory,
                        beans.getBeanProvider(MailedNotes.class),
                        new SimpleMeterRegistry())
                .read();
        System.out.println("taken: " + notes.taken);
    }

    private static final class Counting implements MailedNotes {

        private final AtomicInteger taken = new AtomicInteger();

        @Override
        public Taken take(MailedNote note) {
            if (note.text().endsWith("(attached, in the mailbox: trace.etl)")) {
                taken.incrementAndGet();
            }
            return Taken.NOTED;
        }
    }

    private static final class Forgetful implements MailMemory {

        @Override
        public OptionalInt begin(String mail, Duration pause) {
            return OptionalInt.of(1);
        }

        @Override
        public void end(String mail) {}

        @Override
        public void setAside(Reason reason) {}

        @Override
        public void allSeenTo() {}
    }
}
