package io.casewright.casefile.web;

import io.casewright.access.Caller;
import io.casewright.attachment.Attachments;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.message.CaseMessage;
import io.casewright.message.Conversations;
import io.casewright.message.Messages;
import io.casewright.platform.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was said about a case. Notes are for the partner's own people and programs. */
@RestController
@RequestMapping(path = "/api/v1/cases/{number}/messages", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseConversationController {

    private static final int LARGEST_PAGE = 100;
    private static final PositionCursor CURSOR = new PositionCursor("message", "for the same case");

    private final Conversations conversations;
    private final Messages messages;
    private final Attachments attachments;

    CaseConversationController(Conversations conversations, Messages messages, Attachments attachments) {
        this.conversations = conversations;
        this.messages = messages;
        this.attachments = attachments;
    }

    /** @param next the cursor of what follows; absent at the end */
    record MessagePage(
            List<MessageView> items, int size, @Nullable String next) {}

    @GetMapping
    @Operation(
            summary = "Read what was said about a case, oldest first",
            description = "To read on, ask again with cursor=next of the answer before. What is new comes at the end.")
    MessagePage list(
            @InReach SupportCase supportCase,
            @RequestParam(defaultValue = "20") int size,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw RequestRefused.invalid("size", "must be from 1 to " + LARGEST_PAGE);
        }
        String number = supportCase.number().value();
        var found = conversations.read(
                number, CURSOR.position(cursor), !caller.isInside(), MessageView.SHOWN + 1, size + 1);
        var files = attachments.of(number);
        var items = found.stream()
                .limit(size)
                .map(message -> MessageView.cut(message, files, caller.isInside()))
                .toList();
        return new MessagePage(
                items, size, found.size() > size ? CURSOR.behind(items.getLast().id()) : null);
    }

    @GetMapping("/{message}")
    @Operation(summary = "Read one message whole")
    MessageView read(@InReach SupportCase supportCase, @PathVariable("message") long id, Caller caller) {
        String number = supportCase.number().value();
        return messages.find(number, id)
                .filter(message -> caller.isInside() || message.isForCustomers())
                .map(message -> whole(message, caller))
                .orElseThrow(() -> RequestRefused.notFound("The case has no message of this number."));
    }

    private MessageView whole(CaseMessage message, Caller caller) {
        return MessageView.whole(message, attachments.ofMessage(message.id()), caller.isInside());
    }
}
