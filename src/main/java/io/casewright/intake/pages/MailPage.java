package io.casewright.intake.pages;

import io.casewright.platform.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of mails show. */
final class MailPage {

    private MailPage() {}

    /**
     * A mail in the list.
     *
     * @param fate what became of it, in words
     * @param caseNumber null where it has none
     */
    record Line(
            long id,
            Moment receivedAt,
            String sender,
            String subject,
            String fate,
            @Nullable String caseNumber) {}

    /**
     * A mail with its words.
     *
     * @param why why a person has to look at it; null where nobody has to
     * @param proven whether somebody vouches for the sender
     * @param own what its writer added
     * @param history what is quoted below; empty where nothing is
     * @param decision what a person decided about it, and who; null where nobody has
     * @param isThere whether the mail itself can be had
     */
    record Whole(
            Line line,
            @Nullable String why,
            boolean proven,
            String to,
            String own,
            String history,
            List<String> files,
            @Nullable String decision,
            boolean isThere) {}
}
