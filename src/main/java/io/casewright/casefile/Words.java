package io.casewright.casefile;

import io.casewright.message.CaseMessage;
import io.casewright.message.Direction;
import io.casewright.message.Visibility;
import io.casewright.platform.text.ReplyText;
import io.casewright.platform.text.WordKey;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says in English words what the case file keeps as names; pages say it in the language of who reads them. */
public final class Words {

    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("words/pages", Locale.ROOT);

    private Words() {}

    /** As the pages call it; a name without words of its own is these: {@code DUTY_MANAGER} is "Duty manager". */
    public static String of(Enum<?> name) {
        String key = WordKey.of(name);
        return ENGLISH.containsKey(key) ? ENGLISH.getString(key) : sentence(name.name());
    }

    /** What a customer wrote, apart from the letters that its mail program quotes below; of all else the whole. */
    public static ReplyText.Parted partedOf(CaseMessage message) {
        return message.direction() == Direction.INBOUND
                ? ReplyText.parted(message.body())
                : new ReplyText.Parted(message.body(), "");
    }

    /** Whose side of the conversation a message is on, as style sheets name it. */
    public static String sideOf(CaseMessage message) {
        if (message.visibility() == Visibility.INTERNAL) {
            return "internal";
        }
        return message.direction() == Direction.INBOUND ? "inbound" : "outbound";
    }

    /** The key of the words for the way a message went. */
    public static String wayOf(CaseMessage message) {
        if (message.visibility() == Visibility.INTERNAL) {
            return "message.way.internal";
        }
        return switch (message.direction()) {
            case INBOUND -> message.automatic() ? "message.way.automatic" : "message.way.inbound";
            case OUTBOUND -> "message.way.outbound";
            case null -> "message.way.unknown";
        };
    }

    /** First letter upper case, the rest lower. */
    public static String sentence(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
