package io.casewright.localstack;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The mail server as a process of its own: arguments are the ports of SMTP and IMAP, and a file to which each letter's id and
 * subject are added before its sender hears that it was taken. What it holds for readers is gone when it ends.
 */
final class MailMain {

    private static final Object LOCK = new Object();

    private MailMain() {}

    static ManagedProcess launch(StackSettings settings, Path journal) {
        return ManagedProcess.start(
                "The mail server",
                settings.log("mail"),
                settings.home(),
                Java.command(
                        List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        "-cp",
                        Java.classPath(),
                        MailMain.class.getName(),
                        "" + settings.port(Port.SMTP),
                        "" + settings.port(Port.IMAP),
                        journal.toString()),
                Map.of());
    }

    public static void main(String[] arguments) {
        var journal = Path.of(arguments[2]);
        var server = MailServer.start(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), mail -> write(journal, mail));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        System.out.println("The mail server is ready");
    }

    private static void write(Path journal, MimeMessage mail) {
        try {
            String line = "%s\t%s%n".formatted(mail.getMessageID(), mail.getSubject());
            synchronized (LOCK) {
                Files.writeString(journal, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("A letter cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
