package io.casewright.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of all conversations, by the marks of the words; reads only what came since it last looked. */
final class Kept {

    private final JdbcClient database;
    private final Map<String, List<Place>> places = new HashMap<>();
    private final Map<String, List<Letter>> letters = new HashMap<>();
    private final Map<String, Case> cases = new HashMap<>();
    private long lastMessage;
    private long lastVendorNote;

    Kept(JdbcClient database) {
        this.database = database;
    }

    /** Where a word stands: a customer's reply, a note, a letter, or what a vendor said. */
    record Place(String caseNumber, String kind, boolean isLetter, boolean isInternal) {}

    /** What went out to a customer, subject and body. */
    record Letter(String kind, String text) {}

    /** How a case stands. */
    record Case(String number, String status, String description) {}

    private record Message(
            long id,
            String caseNumber,
            String kind,
            String visibility,
            @Nullable String recipientName,
            @Nullable String subject,
            String body) {}

    private record VendorNote(long id, String caseNumber, String kind, String text) {}

    void lookAt(Collection<String> numbers) {
        database.sql("SELECT id, case_number, kind, visibility, recipient_name, subject, body FROM message"
                        + " WHERE id > :last AND case_number IN (:numbers) ORDER BY id")
                .param("last", lastMessage)
                .param("numbers", numbers)
                .query(Message.class)
                .list()
                .forEach(this::keep);
        database.sql("SELECT n.id, h.case_number, n.kind, n.text FROM vendor_ticket_note n"
                        + " JOIN vendor_ticket t ON t.id = n.ticket_id JOIN hand_off h ON h.id = t.hand_off_id"
                        + " WHERE n.id > :last AND h.case_number IN (:numbers) ORDER BY n.id")
                .param("last", lastVendorNote)
                .param("numbers", numbers)
                .query(VendorNote.class)
                .list()
                .forEach(this::keep);
        database.sql("SELECT number, status, description FROM support_case WHERE number IN (:numbers)")
                .param("numbers", numbers)
                .query(Case.class)
                .list()
                .forEach(each -> cases.put(each.number(), each));
    }

    private void keep(Message message) {
        lastMessage = message.id;
        boolean isLetter = message.recipientName != null;
        var place = new Place(message.caseNumber, message.kind, isLetter, message.visibility.equals("INTERNAL"));
        String text = message.subject + "\n" + message.body;
        Words.in(text).forEach(mark -> add(mark, place));
        if (isLetter) {
            letters.computeIfAbsent(message.caseNumber, number -> new ArrayList<>())
                    .add(new Letter(message.kind, text));
        }
    }

    private void keep(VendorNote note) {
        lastVendorNote = note.id;
        Words.in(note.text).forEach(mark -> add(mark, new Place(note.caseNumber, "VENDOR", false, true)));
    }

    private void add(String mark, Place place) {
        places.computeIfAbsent(mark, word -> new ArrayList<>()).add(place);
    }

    List<Place> placesOf(String mark) {
        return places.getOrDefault(mark, List.of());
    }

    List<Letter> lettersOf(String caseNumber) {
        return letters.getOrDefault(caseNumber, List.of());
    }

    Case caseOf(String number) {
        var found = cases.get(number);
        if (found == null) {
            throw new AssertionError("There is no case " + number);
        }
        return found;
    }
}
