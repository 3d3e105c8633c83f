package io.casewright.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Mails as programs of this world write them, each with what a person would read in it. They were made here, after kinds of
 * faults that people have reported of mail readers in public.
 */
class OddMailsTests {

    private static final String LETTERS = "Grüße";

    /** One mail, and what is to be read in it. */
    private record Odd(String name, byte[] mail, String text, List<String> files, List<Shortfall> shortfalls) {

        Odd files(String... names) {
            return new Odd(name, mail, text, List.of(names), shortfalls);
        }

        Odd lacking(Shortfall... what) {
            return new Odd(name, mail, text, files, List.of(what));
        }
    }

    @TestFactory
    Stream<DynamicTest> bodies() {
        return Stream.of(
                        plain(),
                        malformedTypes(),
                        forms(),
                        files(),
                        pages(),
                        transfers(),
                        sealed(),
                        nested(),
                        hugeOnes())
                .flatMap(List::stream)
                .map(odd -> DynamicTest.dynamicTest(odd.name, () -> read(odd)));
    }

    private static void read(Odd odd) throws Exception {
        try (var open = OpenMail.of(new ByteArrayInputStream(odd.mail))) {
            var body = MailBody.of(open.mail());
            assertThat(body.text()).isEqualTo(odd.text);
            assertThat(body.files()).extracting(MailFile::name).containsExactlyElementsOf(odd.files);
            assertThat(body.shortfalls()).containsExactlyInAnyOrderElementsOf(odd.shortfalls);
        }
    }

    private static List<Odd> plain() {
        return List.of(
                odd("no header but a sender", mail("", "Hello"), "Hello"),
                odd("no content type, UTF-8 inside", mail("", LETTERS), LETTERS),
                odd("no content type, Windows inside", mail("", LETTERS, "windows-1252"), LETTERS),
                odd(
                        "ASCII is told, UTF-8 is sent",
                        mail("Content-Type: text/plain; charset=us-ascii", LETTERS),
                        LETTERS),
                odd(
                        "Latin 1 is told, Windows is sent",
                        mail("Content-Type: text/plain; charset=iso-8859-1", "“Grüße” – 5 €", "windows-1252"),
                        "“Grüße” – 5 €"),
                odd(
                        "UTF-8 is told, Windows is sent",
                        mail("Content-Type: text/plain; charset=utf-8", LETTERS, "windows-1252"),
                        LETTERS),
                odd(
                        "a charset that nobody knows",
                        mail("Content-Type: text/plain; charset=no-such-charset", LETTERS),
                        LETTERS),
                odd(
                        "a charset in quotes of one kind",
                        mail("Content-Type: text/plain; charset='utf-8'", LETTERS),
                        LETTERS),
                odd(
                        "a charset with blanks around",
                        mail("Content-Type: text/plain; charset = \" utf-8 \"", LETTERS),
                        LETTERS),
                odd("utf8 without its hyphen", mail("Content-Type: text/plain; charset=utf8", LETTERS), LETTERS),
                odd(
                        "the number of a code page",
                        mail("Content-Type: text/plain; charset=cp1252", "5 €", "windows-1252"),
                        "5 €"),
                odd(
                        "two charsets, the first counts",
                        mail("Content-Type: text/plain; charset=utf-8; charset=koi8-r", LETTERS),
                        LETTERS),
                odd(
                        "Cyrillic letters without a charset",
                        mail("", "Почта не приходит с самого утра", "windows-1251"),
                        "Почта не приходит с самого утра"),
                odd("lines that end with LF alone", bytes("From: a@b.example\nSubject: x\n\nOne\nTwo\n"), "One\nTwo"),
                odd("lines that end with CR alone in the text", bytes("From: a@b.example\r\n\r\nOne\rTwo"), "One\nTwo"),
                odd("a zero among the letters", mail("", "On\u0000e"), "One"),
                odd("signs that turn the writing around", mail("", "see \u202Egnp.exe"), "see gnp.exe"),
                odd(
                        "a mark of the byte order",
                        mail("Content-Type: text/plain; charset=utf-8", "\uFEFFHello"),
                        "Hello"),
                odd("nothing at all", mail("", ""), ""),
                odd("only blanks", mail("", "  \r\n \r\n"), ""),
                odd(
                        "a line of its own of two hyphens",
                        mail("", "Results:\r\n--\r\nServer A: failed\r\nPlease restart A."),
                        "Results:\n--\nServer A: failed\nPlease restart A."),
                odd(
                        "a time that looks like a header",
                        mail("", "Please send the traces.\r\nFrom: 2026-11-01 10:00 UTC\r\nTo: 12:00 UTC"),
                        "Please send the traces.\nFrom: 2026-11-01 10:00 UTC\nTo: 12:00 UTC"),
                odd(
                        "a quoted answer stays whole",
                        mail("", "Yes.\r\n\r\nOn 1 Dec you wrote:\r\n> Is it on?"),
                        "Yes.\n\nOn 1 Dec you wrote:\n> Is it on?"),
                odd(
                        "text that looks like HTML",
                        mail("Content-Type: text/plain", "It says <b>error</b> & stops"),
                        "It says <b>error</b> & stops"),
                odd("a line of a thousand letters", mail("", "x".repeat(1_000)), "x".repeat(1_000)),
                odd("emoji", mail("Content-Type: text/plain; charset=utf-8", "🔥 down"), "🔥 down"),
                odd("written from right to left", mail("Content-Type: text/plain; charset=utf-8", "שלום"), "שלום"));
    }

    private static List<Odd> malformedTypes() {
        return Stream.of(
                        "text / =?utf-8?B?\u2026?=",
                        "/",
                        ";",
                        "text",
                        "text/",
                        "plain",
                        "TEXT/PLAIN;",
                        "text/plain; charset=\"utf-8",
                        "text/plain; charset",
                        "text/plain charset=utf-8",
                        "text/plain;; charset=utf-8;",
                        "text/plain; charset=utf-8; format=flowed; delsp=yes; x=\"",
                        "text/plain (a comment); charset=utf-8")
                .map(type -> odd("a content type like " + type, mail("Content-Type: " + type, LETTERS), LETTERS))
                .toList();
    }

    private static List<Odd> forms() {
        return List.of(
                odd(
                        "plain and HTML: the plain one",
                        multi("alternative", part("text/plain", "Plain"), part("text/html", "<p>Rich</p>")),
                        "Plain"),
                odd(
                        "HTML before plain: the plain one",
                        multi("alternative", part("text/html", "<p>Rich</p>"), part("text/plain", "Plain")),
                        "Plain"),
                odd(
                        "the plain one is blank: the other",
                        multi("alternative", part("text/plain", " \r\n\u00a0\r\n"), part("text/html", "<p>Rich</p>")),
                        "Rich"),
                odd("only HTML", mail("Content-Type: text/html; charset=utf-8", "<p>One</p><p>Two</p>"), "One\n\nTwo"),
                odd(
                        "HTML that says it is something else",
                        mail("Content-Type: garbage", "<html><body>Hello</body></html>"),
                        "Hello"),
                odd(
                                "a picture within HTML",
                                multi(
                                        "related",
                                        part("text/html", "<p>See <img src=cid:1 alt=Screen></p>"),
                                        named("image/png", "screen.png", "inline", "x")),
                                "See [Screen]")
                        .files("screen.png"),
                odd(
                                "a PDF beside the HTML form only",
                                multi(
                                        "alternative",
                                        part("text/plain", "See there."),
                                        nestedPart(
                                                "mixed",
                                                part("text/html", "<p>See there.</p>"),
                                                named("application/pdf", "bill.pdf", "attachment", "x"))),
                                "See there.")
                        .files("bill.pdf"),
                odd(
                        "two texts, one after the other",
                        multi("mixed", part("text/plain", "One"), part("text/plain", "Two")),
                        "One\n\nTwo"),
                odd(
                                "text, a file and more text",
                                multi(
                                        "mixed",
                                        part("text/plain", "One"),
                                        named("image/png", "a.png", "inline", "x"),
                                        part("text/html", "<p>Two</p>")),
                                "One\n\nTwo")
                        .files("a.png"),
                odd(
                                "an invitation",
                                multi(
                                        "alternative",
                                        part("text/plain", "Monday?"),
                                        part("text/calendar; method=REQUEST", "BEGIN:VCALENDAR")),
                                "Monday?")
                        .files("")
                        .lacking(Shortfall.INVITATION),
                odd(
                        "parts whose sign is not told",
                        bytes(
                                "From: a@b.example\r\nContent-Type: multipart/mixed\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x--\r\n"),
                        "Hello"),
                odd(
                        "a sign in quotes that do not end",
                        bytes(
                                "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=\"x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHello\r\n--x--\r\n"),
                        "Hello"),
                odd(
                        "the last sign is missing",
                        bytes(
                                "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHello"),
                        "Hello"),
                odd(
                        "it says that it has parts and has none",
                        bytes("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\nHello"),
                        "Hello"));
    }

    private static List<Odd> files() {
        return List.of(
                odd(
                                "a text file",
                                multi(
                                        "mixed",
                                        part("text/plain", "See the log."),
                                        named("text/plain", "log.txt", "attachment", "0x80070005")),
                                "See the log.")
                        .files("log.txt"),
                odd(
                                "a text file that is not said to be attached",
                                multi(
                                        "mixed",
                                        part("text/plain", "See the log."),
                                        named("text/plain", "log.txt", "inline", "0x80070005")),
                                "See the log.")
                        .files("log.txt"),
                odd(
                                "a name in another script",
                                multi(
                                        "mixed",
                                        part("text/plain", "Hi"),
                                        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=UTF-8''Rechnung%20f%C3%BCr%20M%C3%A4rz.pdf\r\n\r\nx"),
                                "Hi")
                        .files("Rechnung für März.pdf"),
                odd(
                                "a name in two pieces",
                                multi(
                                        "mixed",
                                        part("text/plain", "Hi"),
                                        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*0=\"a very long \"; filename*1=\"name.pdf\"\r\n\r\nx"),
                                "Hi")
                        .files("a very long name.pdf"),
                odd(
                                "a name encoded as a subject is",
                                multi(
                                        "mixed",
                                        part("text/plain", "Hi"),
                                        "Content-Type: application/pdf; name=\"=?utf-8?B?" + base64("Grüße.pdf")
                                                + "?=\"\r\nContent-Disposition: attachment\r\n\r\nx"),
                                "Hi")
                        .files("Grüße.pdf"),
                odd(
                                "a name with blanks and no quotes",
                                multi(
                                        "mixed",
                                        part("text/plain", "Hi"),
                                        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=my bill.pdf\r\n\r\nx"),
                                "Hi")
                        .files("my bill.pdf"),
                odd(
                                "a name that is a path",
                                multi(
                                        "mixed",
                                        part("text/plain", "Hi"),
                                        named("application/pdf", "../../etc/passwd", "attachment", "x")),
                                "Hi")
                        .files("../../etc/passwd"),
                odd(
                                "a file without a name",
                                multi(
                                        "mixed",
                                        part("text/plain", "Hi"),
                                        "Content-Type: application/pdf\r\nContent-Disposition: attachment\r\n\r\nx"),
                                "Hi")
                        .files(""),
                odd(
                                "only a file",
                                mail(
                                        "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf",
                                        "x"),
                                "")
                        .files("a.pdf"),
                odd(
                                "Outlook's own form",
                                multi(
                                        "mixed",
                                        part("text/plain", "Hi"),
                                        named("application/ms-tnef", "winmail.dat", "attachment", "x")),
                                "Hi")
                        .files("winmail.dat")
                        .lacking(Shortfall.OUTLOOK));
    }

    private static List<Odd> pages() {
        return List.of(
                page(
                        "a page that names its charset",
                        bytes(
                                "From: a@b.example\r\nContent-Type: text/html\r\n\r\n<html><head><meta charset=windows-1252></head><body>Gr\u00fc\u00dfe</body></html>",
                                "windows-1252"),
                        LETTERS),
                page(
                        "what is not to be seen",
                        "<style>p {}</style><script>alert(1)</script><div style='display:none'>Hidden</div><p>Seen</p>",
                        "Seen"),
                page(
                        "where a link leads",
                        "<p>Open <a href='https://evil.example/x'>your bank</a></p>",
                        "Open your bank <https://evil.example/x>"),
                page(
                        "a link that says where it leads",
                        "<p><a href='https://a.example/'>a.example</a></p>",
                        "a.example"),
                page("a list", "<ul><li>One</li><li>Two</li></ul>", "- One\n- Two"),
                page("lines", "One<br>Two<br><br>Three", "One\nTwo\n\nThree"),
                page(
                        "paragraphs as Outlook writes them",
                        "<p class=MsoNormal>One<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Two</p>",
                        "One\n\nTwo"),
                page(
                        "a quoted letter",
                        "<div>Yes.</div><blockquote><div>Is it on?</div></blockquote>",
                        "Yes.\n> Is it on?"),
                page(
                        "a quoted letter in a quoted letter",
                        "<blockquote>A<blockquote>B</blockquote></blockquote>",
                        "> A\n>> B"),
                page(
                        "a table",
                        "<table><tr><td>Server</td><td>A</td></tr><tr><td>State</td><td>down</td></tr></table>",
                        "Server A\nState down"),
                page("words as they are", "<pre>a  b\n  c</pre>", "a  b\n  c"),
                page("entities", "<p>5 &lt; 6 &amp; 7&nbsp;&euro;</p>", "5 < 6 & 7\u00a0€"),
                page("tags that do not end", "<p>One<p>Two<b>!", "One\n\nTwo!"),
                page("nothing but a picture", "<img src='cid:1'>", ""));
    }

    private static List<Odd> transfers() {
        return List.of(
                odd(
                        "quoted printable",
                        mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                                "Gr=C3=BC=C3=9Fe,=\r\n all"),
                        "Grüße, all"),
                odd(
                        "quoted printable with a wrong sign",
                        mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable",
                                "5 =ZZ 6 = 7"),
                        "5 =ZZ 6 = 7"),
                odd(
                        "base 64",
                        mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                                base64(LETTERS)),
                        LETTERS),
                odd(
                        "base 64 that breaks off",
                        mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                                base64("Hello you").substring(0, 11)),
                        "Hello yo"),
                odd(
                        "base 64 with signs that are none",
                        mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                                "SGVs!bG8="),
                        "Hello"),
                odd(
                        "a way of sending that nobody knows",
                        mail(
                                "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: x-unknown",
                                LETTERS),
                        LETTERS),
                odd(
                        "8 bit is sent and 7 is told",
                        mail("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 7bit", LETTERS),
                        LETTERS));
    }

    private static List<Odd> sealed() {
        return List.of(
                odd(
                        "signed by its writer",
                        multi(
                                "signed",
                                part("text/plain", "Hi"),
                                named("application/pkcs7-signature", "smime.p7s", "attachment", "x")),
                        "Hi"),
                odd(
                                "encrypted for somebody",
                                mail(
                                        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
                                        "x"),
                                "")
                        .files("smime.p7m")
                        .lacking(Shortfall.ENCRYPTED),
                odd(
                                "signed in one piece",
                                mail(
                                        "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m",
                                        "x"),
                                "")
                        .files("smime.p7m")
                        .lacking(Shortfall.SEALED),
                odd(
                                "encrypted by PGP",
                                multi(
                                        "encrypted",
                                        part("application/pgp-encrypted", "Version: 1"),
                                        named("application/octet-stream", "encrypted.asc", "inline", "x")),
                                "")
                        .files("encrypted.asc")
                        .lacking(Shortfall.ENCRYPTED),
                odd(
                                "encrypted by PGP within the text",
                                mail("", "-----BEGIN PGP MESSAGE-----\r\n\r\nx\r\n-----END PGP MESSAGE-----"),
                                "-----BEGIN PGP MESSAGE-----\n\nx\n-----END PGP MESSAGE-----")
                        .lacking(Shortfall.ENCRYPTED));
    }

    private static List<Odd> nested() {
        return List.of(
                odd(
                        "a mail in a mail",
                        multi(
                                "mixed",
                                part("text/plain", "See below."),
                                "Content-Type: message/rfc822\r\n\r\nFrom: Ada <ada@c.example>\r\nDate: Mon, 30 Nov 2026 10:00:00 +0100\r\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=\r\n\r\nIt is broken."),
                        """
                        See below.

                        ---------- Forwarded message ----------
                        From: Ada <ada@c.example>
                        Date: Mon, 30 Nov 2026 10:00:00 +0100
                        Subject: Grüße

                        It is broken."""),
                odd(
                                "a mail that is attached as a file",
                                multi(
                                        "mixed",
                                        part("text/plain", "See there."),
                                        "Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename=x.eml\r\n\r\nFrom: a@c.example\r\n\r\nIt is broken."),
                                "See there.")
                        .files("x.eml"),
                odd("parts within parts, many times over", deep(40), "").lacking(Shortfall.TOO_DEEP));
    }

    private static List<Odd> hugeOnes() {
        var parts = new String[1_500];
        Arrays.fill(parts, part("text/plain", "x"));
        parts[0] = part("text/plain", "Hello");
        return List.of(
                odd("more text than a person writes", mail("", "All of the log. ".repeat(200_000)), "")
                        .lacking(Shortfall.TOO_LONG),
                new Odd(
                        "a thousand parts and more",
                        multi("mixed", parts),
                        "Hello" + "\n\nx".repeat(998),
                        List.of(),
                        List.of(Shortfall.TOO_MANY_PARTS)));
    }

    /** As many as a Java platform has for the letters of a language. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "utf-8|Grüße, Ωμέγα, привет, 日本語, العربية",
                "utf-16|日本語",
                "utf-16le|日本語",
                "utf-16be|日本語",
                "utf-32|日本語",
                "iso-8859-1|Grüße à côté",
                "iso-8859-2|Żółć",
                "iso-8859-3|Ħelow",
                "iso-8859-4|Šiauliai",
                "iso-8859-5|Привет",
                "iso-8859-6|مرحبا",
                "iso-8859-7|Γεια",
                "iso-8859-8|שלום",
                "iso-8859-9|İstanbul",
                "iso-8859-13|Žąsis",
                "iso-8859-15|5 € à Œ",
                "windows-1250|Żółć",
                "windows-1251|Привет",
                "windows-1252|“Grüße” €",
                "windows-1253|Γεια",
                "windows-1254|İstanbul",
                "windows-1255|שלום",
                "windows-1256|مرحبا",
                "windows-1257|Žąsis",
                "windows-1258|Viet",
                "koi8-r|Привет",
                "koi8-u|Привіт",
                "ibm850|Grüße",
                "ibm852|Żółć",
                "ibm855|Привет",
                "ibm862|שלום",
                "ibm866|Привет",
                "ibm437|Grüße",
                "ibm857|İstanbul",
                "shift_jis|日本語",
                "windows-31j|日本語",
                "euc-jp|日本語",
                "iso-2022-jp|日本語",
                "gb2312|中文",
                "gbk|中文",
                "gb18030|中文",
                "big5|中文",
                "big5-hkscs|中文",
                "euc-kr|한국어",
                "ks_c_5601-1987|한국어",
                "x-windows-949|한국어",
                "iso-2022-kr|한국어",
                "x-johab|한국어",
                "tis-620|สวัสดี",
                "windows-874|สวัสดี",
                "x-macroman|Grüße",
                "x-maccyrillic|Привет",
                "x-macgreek|Γεια",
                "macintosh|Grüße",
                "cp1252|Grüße",
                "cp1251|Привет",
                "cp-850|Grüße",
                "utf8|Grüße",
                "latin1|Grüße",
                "us-ascii|Hello",
                "viscii|Viet",
                "x-iscii91|Hello",
            })
    void charsets(String line) throws Exception {
        String[] told = line.split("\\|");
        String wire = switch (told[0]) {
            case "cp-850" -> "ibm850";
            case "ks_c_5601-1987" -> "x-windows-949";
            case "macintosh" -> "x-macroman";
            case "viscii" -> "us-ascii";
            default -> told[0];
        };
        byte[] text = told[1].getBytes(Charset.forName(wire));
        read(odd(
                line,
                mail(
                        "Content-Type: text/plain; charset=" + told[0] + "\r\nContent-Transfer-Encoding: base64",
                        Base64.getMimeEncoder().encodeToString(text)),
                told[1]));
    }

    private static Odd page(String name, byte[] mail, String text) {
        return odd(name, mail, text);
    }

    private static Odd page(String name, String html, String text) {
        return odd(name, mail("Content-Type: text/html; charset=utf-8", html), text);
    }

    private static Odd odd(String name, byte[] mail, String text) {
        return new Odd(name, mail, text, List.of(), List.of());
    }

    private static byte[] mail(String headers, String text) {
        return mail(headers, text, "utf-8");
    }

    private static byte[] mail(String headers, String text, String charset) {
        var all = new ByteArrayOutputStream();
        try {
            all.write(bytes("From: Ida <it@contoso.example>\r\nSubject: x\r\n"
                    + (headers.isEmpty() ? "" : headers + "\r\n") + "\r\n"));
            all.write(text.getBytes(Charset.forName(charset)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }

    private static byte[] multi(String kind, String... parts) {
        return bytes("From: Ida <it@contoso.example>\r\n" + nestedPart(kind, parts));
    }

    private static String nestedPart(String kind, String... parts) {
        String sign = "sign" + Integer.toHexString(Arrays.hashCode(parts));
        var lines = new ArrayList<String>();
        lines.add("Content-Type: multipart/" + kind + "; boundary=" + sign + "\r\n");
        for (String part : parts) {
            lines.add("--" + sign);
            lines.add(part);
        }
        lines.add("--" + sign + "--\r\n");
        return String.join("\r\n", lines);
    }

    private static String part(String type, String text) {
        return "Content-Type: " + type + "\r\n\r\n" + text;
    }

    private static String named(String type, String name, String disposition, String text) {
        return "Content-Type: %s\r\nContent-Disposition: %s; filename=\"%s\"\r\n\r\n%s"
                .formatted(type, disposition, name, text);
    }

    private static byte[] deep(int times) {
        String part = part("text/plain", "Too deep");
        for (int i = 0; i < times; i++) {
            part = nestedPart("mixed", part);
        }
        return bytes("From: Ida <it@contoso.example>\r\n" + part);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}
