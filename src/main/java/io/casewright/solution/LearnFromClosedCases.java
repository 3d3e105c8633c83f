package io.casewright.solution;

import static java.util.Objects.requireNonNull;

import io.casewright.casefile.domain.Category;
import io.casewright.casefile.persistence.SupportCases;
import io.casewright.casefile.persistence.SupportCases.Judged;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.Requester;
import io.casewright.platform.text.CutText;
import io.casewright.triage.LabelledText;
import io.casewright.triage.Learning;
import io.casewright.triage.RequestText;
import io.casewright.triage.SupportType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Lets the request reader learn categories from closed cases whose category an agent confirmed or corrected. What names
 * a customer is taken out before. Not one transaction: training takes seconds.
 */
@Service
public class LearnFromClosedCases {

    /** Fewer teach chance, not the desk. */
    public static final int LEAST = 25;

    private static final int MOST_OF_EACH = 500;
    private static final int LONGEST = 1_500;

    /** One in so many cases is kept aside to check, by its id and so in each run the same. */
    private static final int KEPT_ASIDE = 5;

    private final SupportCases cases;
    private final CustomerDirectory directory;
    private final Learning learning;

    LearnFromClosedCases(SupportCases cases, CustomerDirectory directory, Learning learning) {
        this.cases = cases;
        this.directory = directory;
        this.learning = learning;
    }

    /** What came of it. */
    public sealed interface Result {

        /** Nothing was learned. */
        record TooFew(int found) implements Result {}

        /** It was learned and checked; whether it came into use is told by the outcome. */
        record Learned(int learnedFrom, Learning.Outcome outcome) implements Result {}
    }

    private record Lesson(long caseId, LabelledText text) {}

    public Result learn() {
        var lessons = Stream.of(Category.values())
                .flatMap(category -> lessons(category).stream())
                .toList();
        if (lessons.size() < LEAST) {
            return new Result.TooFew(lessons.size());
        }
        var learned = new ArrayList<LabelledText>();
        var keptAside = new ArrayList<LabelledText>();
        lessons.forEach(each -> (each.caseId() % KEPT_ASIDE == 0 ? keptAside : learned).add(each.text()));
        return new Result.Learned(learned.size(), learning.learn(learned, keptAside));
    }

    private List<Lesson> lessons(Category category) {
        var judged = cases.findJudgedByAgents(category, Limit.of(MOST_OF_EACH));
        var contacts = directory.contacts(
                judged.stream().map(Judged::getContactId).distinct().toList());
        // The schema lets no case be without its contact.
        return judged.stream()
                .map(each -> lesson(each, category, requireNonNull(contacts.get(each.getContactId()))))
                .toList();
    }

    private static Lesson lesson(Judged judged, Category category, Requester requester) {
        var redaction = Redaction.of(requester);
        var text = new RequestText(
                redaction.apply(judged.getSubject()),
                CutText.upTo(LONGEST, redaction.apply(judged.getDescription())),
                null,
                null);
        return new Lesson(judged.getId(), new LabelledText(text, SupportType.valueOf(category.name()), null, null));
    }
}
