package io.casewright.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.casewright.message.LetterContent.Update;
import io.casewright.testkit.CasewrightTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CasewrightTest
class MessagesTests {

    @Autowired
    Messages messages;

    @Autowired
    CustomerMail customerMail;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    private final String caseNumber = Letters.aCase();

    @Test
    void areToldInOrderWithWhoMayReadThem() {
        messages.receive(InboundMessage.fromPortal(caseNumber, "Ida Toivonen", "It bounces", false, "1"));
        messages.note(caseNumber, "Max", new InternalNote("Looks like the transport rule"), "2");
        transaction.executeWithoutResult(status -> customerMail.send(Letters.letter(
                caseNumber, "it@contoso.example", new Update(new PublicText("We are on it")), Locale.ENGLISH)));
        assertThat(messages.of(caseNumber))
                .extracting(CaseMessage::kind, CaseMessage::direction, CaseMessage::visibility, CaseMessage::authorName)
                .containsExactly(
                        tuple(MessageKind.REPLY, Direction.INBOUND, Visibility.PUBLIC, "Ida Toivonen"),
                        tuple(MessageKind.NOTE, null, Visibility.INTERNAL, "Max"),
                        tuple(MessageKind.UPDATE, Direction.OUTBOUND, Visibility.PUBLIC, "Northwind Cloud"));
        assertThat(messages.of(Letters.aCase())).isEmpty();
    }

    @Test
    void theSameReplyOrNoteIsKeptOnce() {
        var first = messages.receive(InboundMessage.fromPortal(caseNumber, "Ida Toivonen", "It bounces", false, "1"));
        var again = messages.receive(InboundMessage.fromPortal(caseNumber, "Ida Toivonen", "It bounces", false, "1"));
        assertThat(again.id()).isEqualTo(first.id());
        var note = messages.note(caseNumber, "Max", new InternalNote("Hm"), "1");
        assertThat(messages.note(caseNumber, "Max", new InternalNote("Hm"), "1").id())
                .isEqualTo(note.id());
        assertThat(messages.of(caseNumber)).hasSize(2);
    }

    @Test
    void twoMailsUnderOneIdAreBothKept() {
        String id = "<" + caseNumber + "@contoso.example>";
        messages.receive(new InboundMessage(caseNumber, "Ida", "Re", "It bounces", id, null, false, "1"));
        messages.receive(new InboundMessage(caseNumber, "Eve", "Re", "It does not", id, null, false, "2"));
        assertThat(messages.of(caseNumber)).extracting(CaseMessage::body).containsExactly("It bounces", "It does not");
        assertThat(messages.casesOfMail(id)).containsExactly(caseNumber);
        assertThat(messages.letter(id)).isEmpty();
    }

    @Test
    void anIdThatIsNoneIsNotKept() {
        String evil = "<a@b.example>\r\nBcc: all@contoso.example";
        var inbound = new InboundMessage(caseNumber, "Ida", "Re", "It bounces", evil, evil, false, "1");
        assertThat(inbound.internetMessageId()).isNull();
        assertThat(inbound.inReplyTo()).isNull();
    }

    @Test
    void whatWasWrittenIsKeptAsPlainLines() {
        var kept = messages.receive(new InboundMessage(
                caseNumber, "Ida\r\nX: y", "Re:\r\nX: y", "One\r\nTwo\u0000\n<b>{{x}}</b> 😀", null, null, false, "1"));
        assertThat(kept.authorName()).isEqualTo("Ida X: y");
        assertThat(kept.subject()).isEqualTo("Re: X: y");
        assertThat(messages.of(caseNumber).getFirst().body()).isEqualTo("One\nTwo\n<b>{{x}}</b> 😀");
    }

    @Test
    void evenTheDatabaseLetsNoNoteOut() {
        messages.note(caseNumber, "Max", new InternalNote("The customer is wrong"), "1");
        assertThatThrownBy(() -> database.sql("""
                        UPDATE message SET direction = 'OUTBOUND', delivery = 'WAITING', recipient_address = 'a@b.example'
                        WHERE case_number = ?""").param(caseNumber).update()).hasMessageContaining("ck_message_note");
    }
}
