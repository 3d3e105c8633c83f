package io.casewright.platform.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.platform.deadletter.Crossing;
import io.casewright.platform.deadletter.DeadLetter;
import io.casewright.platform.deadletter.DeadLetter.Action;
import io.casewright.platform.deadletter.DecidedBy;
import io.casewright.platform.deadletter.DecisionRefused;
import io.casewright.platform.engine.place.SentMessages;
import io.casewright.platform.outbox.SetAside;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What the engine, or whoever else it is for, refuses as wrong. */
@Component
@Order(3)
class OrdersOfTheOutbox implements Crossing {

    private static final Pattern CASE_NUMBER = Pattern.compile("CW-\\d{4}-\\d{6}");
    private static final String TO_ENGINE = "engine-message";

    private final SetAside aside;
    private final SentMessages sent;
    private final ObjectMapper json;

    OrdersOfTheOutbox(SetAside aside, SentMessages sent, ObjectMapper json) {
        this.aside = aside;
        this.sent = sent;
        this.json = json;
    }

    @Override
    public String id() {
        return "orders";
    }

    @Override
    public String title() {
        return "Orders of the outbox";
    }

    @Override
    public List<DeadLetter> dead(int most) {
        return aside.entries(most).stream()
                .map(entry -> new DeadLetter(
                        entry.kind() + "/" + entry.id(),
                        entry.kind().equals(TO_ENGINE)
                                ? "Message to the engine"
                                : StringUtils.capitalize(entry.kind().replace('-', ' ')),
                        placeOf(entry),
                        entry.reason() + " See the log for more; a new version of the program may be needed.",
                        entry.since(),
                        EnumSet.of(Action.SEND_AGAIN, Action.DISCARD)))
                .toList();
    }

    @Override
    public long count() {
        return aside.count();
    }

    @Override
    public boolean decide(DeadLetter letter, Action action, String target, String words, DecidedBy person) {
        int end = letter.key().indexOf('/');
        String kind = letter.key().substring(0, end);
        String id = letter.key().substring(end + 1);
        return switch (action) {
            case SEND_AGAIN -> aside.sendAgain(kind, id);
            case DISCARD -> isDiscarded(kind, id);
            case ATTACH, REOPEN -> throw new DecisionRefused("An order can only be sent again or discarded.");
        };
    }

    /** Nor is anything that it was to begin missed any more. */
    private boolean isDiscarded(String kind, String id) {
        if (kind.equals(TO_ENGINE)) {
            sent.taken(id);
        }
        return aside.discard(kind, id);
    }

    private @Nullable String placeOf(SetAside.Entry entry) {
        if (entry.data() == null) {
            return null;
        }
        try {
            var number = CASE_NUMBER.matcher(
                    json.readTree(entry.data()).path("correlationKey").asText());
            return number.find() ? number.group() : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
