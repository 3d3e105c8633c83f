package io.casewright.intake.application;

import static io.casewright.testkit.AMail.aMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.casewright.customer.ContactDetails;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Editor;
import io.casewright.customer.KeepCustomers;
import io.casewright.intake.domain.Fate;
import io.casewright.message.OwnAddresses;
import io.casewright.testkit.AMail;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.MailRoom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two thousand mails at once, of every kind there is: each finds its place, none is lost, none becomes two cases, and none is answered that a machine wrote. */
@CasewrightTest
class StormOfMailsTests {

    private static final long SEED = 17;
    private static final int MAILS = 2_000;

    @Autowired
    TakeMail take;

    @Autowired
    CaseDesk cases;

    @Autowired
    OwnAddresses addresses;

    @Autowired
    KeepCustomers customers;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    JdbcClient database;

    @Autowired
    MailRoom mailRoom;

    private final Random random = new Random(SEED);
    private final Map<Fate, Integer> expected = new EnumMap<>(Fate.class);
    private final List<byte[]> mails = new ArrayList<>();

    @Test
    void aStorm() throws IOException {
        long before = last("incoming_mail");
        long casesBefore = count("SELECT COUNT(*) FROM support_case");
        var number = cases.diagnosing();
        String token = addresses.tokenOf(number.value());
        var people = contacts(120);
        while (mails.size() < MAILS) {
            add(people.get(random.nextInt(people.size())), token);
        }
        Collections.shuffle(mails, random);

        for (byte[] mail : mails) {
            take.take(
                    UUID.randomUUID().toString(),
                    () -> new ByteArrayInputStream(mail),
                    () -> new ByteArrayInputStream(mail));
        }

        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> count("SELECT COUNT(*) FROM incoming_mail WHERE fate = 'NEW' AND id > " + before) == 0);
        var fates = new EnumMap<Fate, Integer>(Fate.class);
        database.sql("SELECT fate, COUNT(*) AS many FROM incoming_mail WHERE id > ? GROUP BY fate")
                .param(before)
                .query(row -> {
                    fates.put(Fate.valueOf(row.getString("fate")), row.getInt("many"));
                });
        assertThat(database.sql("SELECT DISTINCT aside_reason FROM incoming_mail WHERE fate = 'ASIDE' AND id > ?")
                        .param(before)
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("UNPROVEN", "UNKNOWN");
        assertThat(fates).isEqualTo(expected);
        // The one that stood before is none of them.
        assertThat(count("SELECT COUNT(*) FROM support_case") - casesBefore - 1)
                .isEqualTo(expected.get(Fate.CASE).longValue());
        assertThat(count(
                        "SELECT COUNT(*) FROM message WHERE kind = 'REPLY' AND case_number = '" + number.value() + "'"))
                .isEqualTo(expected.get(Fate.MESSAGE).longValue());
        assertThat(mailRoom.about(number.value()))
                .as("nobody is answered for what a machine wrote")
                .isEmpty();
    }

    private void add(String person, String token) {
        switch (random.nextInt(10)) {
            case 0, 1 -> expect(Fate.CASE, aMail().from(person).saying(words()));
            case 2 -> {
                var mail = aMail().from(person).saying(words());
                expect(Fate.CASE, mail);
                expect(Fate.REPEATED, mail.with("Received: by another.partner.example"));
            }
            case 3, 4 -> expect(Fate.MESSAGE, aMail().from(person).saying(words() + "\n> [ref:" + token + "]"));
            case 5 ->
                expect(
                        Fate.MESSAGE,
                        aMail().from(person)
                                .with("Auto-Submitted: auto-replied")
                                .saying(words() + "\n> [ref:" + token + "]"));
            case 6 ->
                expect(
                        Fate.AUTOMATIC,
                        aMail().from(person).with("X-Autoreply: yes").saying(words()));
            case 7 -> expect(Fate.ASIDE, aMail().from(person).unproven().saying(words() + "\n> [ref:" + token + "]"));
            case 8 ->
                expect(
                        Fate.ASIDE,
                        aMail().from("stranger" + random.nextInt() + "@elsewhere.example")
                                .saying(words()));
            default -> expect(Fate.CASE, broken(person));
        }
    }

    /** Readable to a person all the same. */
    private AMail broken(String person) {
        var mail = aMail().from(person);
        return switch (random.nextInt(4)) {
            case 0 -> mail.ofType("text / =?utf-8?B?x?=").saying(words());
            case 1 -> mail.ofType("multipart/mixed").saying("--x\n\n" + words() + "\n--x");
            case 2 -> mail.ofType("text/plain; charset=no-such").saying(words());
            default -> mail.ofType("multipart/mixed; boundary=none").saying(words());
        };
    }

    private void expect(Fate fate, AMail mail) {
        expected.merge(fate, 1, Integer::sum);
        mails.add(mail.bytes());
    }

    private String words() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return "It is about " + UUID.nameUUIDFromBytes(bytes) + ".\n" + "x".repeat(random.nextInt(2_000));
    }

    /** So many that none opens more cases than a person could mean. */
    private List<String> contacts(int many) {
        long customer = directory.findCustomer("contoso.example").orElseThrow();
        var people = new ArrayList<String>();
        for (int i = 0; i < many; i++) {
            String address = "storm%d-%d@contoso.example".formatted(i, System.nanoTime());
            customers.addContact(customer, new ContactDetails("Storm " + i, address, ""), new Editor("maya", "Maya"));
            people.add(address);
        }
        return people;
    }

    private long last(String table) {
        return count("SELECT COALESCE(MAX(id), 0) FROM " + table);
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
