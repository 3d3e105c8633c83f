package io.casewright.handoff.client;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An IMAP server with more mails, and larger ones, than any memory holds: they are made while they are read. Each is an answer
 * of a desk with a trace attached; some say as much as a text may say. It speaks just enough of RFC 3501 for a reader.
 */
final class HugeMailbox implements AutoCloseable {

    static final int MAILS = 2_000;
    static final int ATTACHED = 25 << 20;

    private static final int LONG_TEXT = 1_900_000;
    private static final int EACH_LONG = 40;
    private static final Pattern COMMAND = Pattern.compile("(\\S+) (UID )?(\\S+) ?(.*)");
    private static final Pattern PART = Pattern.compile("BODY(?:\\.PEEK)?\\[([^]]*)](?:<(\\d+)\\.(\\d+)>)?");

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final AtomicLong sent = new AtomicLong();
    private final Set<String> copied = ConcurrentHashMap.newKeySet();

    HugeMailbox() throws IOException {
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Bytes of mails that were sent, all together. */
    long sent() {
        return sent.get();
    }

    /** How many mails were copied to this folder. */
    long copiedTo(String folder) {
        return copied.stream().filter(each -> each.endsWith(" " + folder)).count();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
                var out = new BufferedOutputStream(connection.getOutputStream(), 1 << 15)) {
            connection.setTcpNoDelay(true);
            say(out, "* OK ready");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher command = COMMAND.matcher(line);
                if (!command.matches()) {
                    throw new IOException("Not understood: " + line);
                }
                answer(out, command.group(3), command.group(4));
                say(out, command.group(1) + " OK done");
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(OutputStream out, String command, String arguments) throws IOException {
        switch (command) {
            case "CAPABILITY" -> say(out, "* CAPABILITY IMAP4rev1");
            case "LIST" -> say(out, "* LIST () \"/\" " + arguments.replaceFirst("^\\S+ ", ""));
            case "STATUS" ->
                say(out, "* STATUS %s (MESSAGES %d)".formatted(arguments.split(" ")[0], 0));
            case "SELECT" -> {
                say(out, "* FLAGS (\\Deleted \\Seen)");
                say(out, "* %d EXISTS".formatted(MAILS));
                say(out, "* 0 RECENT");
                say(out, "* OK [UIDVALIDITY 7]");
                say(out, "* OK [UIDNEXT %d]".formatted(MAILS + 1));
            }
            case "COPY" -> copied.add(arguments);
            case "FETCH" -> fetch(out, arguments);
            case "LOGOUT" -> say(out, "* BYE");
            default -> {
                // Nothing to say but that it is done.
            }
        }
    }

    private void fetch(OutputStream out, String arguments) throws IOException {
        String[] range = arguments.substring(0, arguments.indexOf(' ')).split(":");
        int last = Integer.parseInt(range[range.length - 1]);
        for (int mail = Integer.parseInt(range[0]); mail <= last; mail++) {
            Matcher part = PART.matcher(arguments);
            if (part.find()) {
                send(out, mail, part);
            } else if (arguments.contains("BODYSTRUCTURE")) {
                say(out, "* %d FETCH (BODYSTRUCTURE %s)".formatted(mail, structure(mail)));
            } else if (arguments.contains("RFC822.SIZE")) {
                say(out, "* %d FETCH (RFC822.SIZE %d)".formatted(mail, new Content(mail, "").size()));
            } else {
                say(out, "* %1$d FETCH (UID %1$d)".formatted(mail));
            }
        }
    }

    private void send(OutputStream out, int mail, Matcher part) throws IOException {
        var content = new Content(mail, part.group(1));
        long from = part.group(2) == null ? 0 : Long.parseLong(part.group(2));
        long most = part.group(3) == null ? Long.MAX_VALUE : Long.parseLong(part.group(3));
        long to = from + Math.min(most, Math.max(0, content.size() - from));
        String origin = part.group(2) == null ? "" : "<" + from + ">";
        out.write("* %d FETCH (BODY[%s]%s {%d}\r\n"
                .formatted(mail, part.group(1), origin, to - from)
                .getBytes(StandardCharsets.US_ASCII));
        for (long at = from; at < to; at++) {
            out.write(content.at(at));
        }
        sent.addAndGet(to - from);
        say(out, ")");
    }

    private static String structure(int mail) {
        return "((\"TEXT\" \"PLAIN\" (\"CHARSET\" \"us-ascii\") NIL NIL \"7BIT\" %d 1 NIL NIL NIL)(\"APPLICATION\" \"OCTET-STREAM\" (\"NAME\" \"trace.etl\") NIL NIL \"BASE64\" %d NIL (\"ATTACHMENT\" (\"FILENAME\" \"trace.etl\")) NIL) \"MIXED\" (\"BOUNDARY\" \"x\") NIL NIL)"
                .formatted(textSize(mail), ATTACHED);
    }

    private static int textSize(int mail) {
        return mail % EACH_LONG == 0 ? LONG_TEXT : 40;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** A part of a mail, byte by byte. */
    private static final class Content {

        private final String before;
        private final int text;
        private final String between;
        private final int attached;

        Content(int mail, String section) {
            boolean whole = section.isEmpty();
            before = section.equals("HEADER") || whole ? head(mail) : "";
            text = whole || section.equals("1") ? textSize(mail) : 0;
            between = whole ? "\r\n--x\r\nContent-Type: application/octet-stream\r\n\r\n" : "";
            attached = whole || section.equals("2") ? ATTACHED : 0;
        }

        private static String head(int mail) {
            return """
                    Authentication-Results: mx.partner.example; dmarc=pass header.from=desk.trey.example
                    From: noor@desk.trey.example
                    Subject: [%s] with a trace
                    Message-ID: <%d@desk.trey.example>
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary=x

                    """.formatted(Desks.REFERENCE, mail).replace("\n", "\r\n");
        }

        long size() {
            return (long) before.length() + text + between.length() + attached;
        }

        int at(long place) {
            long left = place;
            if (left < before.length()) {
                return before.charAt((int) left);
            }
            left -= before.length();
            if (left < text) {
                return "All of the log. ".charAt((int) (left % 16));
            }
            left -= text;
            return left < between.length() ? between.charAt((int) left) : 'A';
        }
    }
}
