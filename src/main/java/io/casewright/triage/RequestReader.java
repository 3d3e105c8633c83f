package io.casewright.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reads from a request's text what a decision needs. Learns once the application has started, from the tables
 * in {@code triage/}, beside the other work; whoever reads before that is done waits. What was learned from the desk's own
 * cases is handed in by {@link ReadingModelWatch}. May be used by many threads.
 */
@Component
public class RequestReader {

    private static final int MANY = 5;

    // What comes with the application is the same for all who read, and takes seconds to learn.
    private static final Concepts CONCEPTS = new Concepts(TableRow.read("triage/concepts.tsv", 3), 2);
    private static final Training TRAINING = new Training(CONCEPTS);
    private static final SingletonSupplier<Languages> LANGUAGES = SingletonSupplier.of(Languages::load);
    private static final SingletonSupplier<ReadingModel> SHIPPED = learnedFromShippedTexts();

    private final Symptoms symptoms = new Symptoms(CONCEPTS);
    private final AffectedPeople people = new AffectedPeople();
    private final Products products = new Products();
    private final SingletonSupplier<ReadingModel> shipped;
    private volatile SingletonSupplier<ReadingModel> model;

    /** Reads by what comes with the application until {@link ReadingModelWatch} tells otherwise. */
    public RequestReader() {
        this(SHIPPED);
    }

    /** Reads by this until it is told otherwise. */
    RequestReader(SingletonSupplier<ReadingModel> shipped) {
        this.shipped = shipped;
        model = shipped;
    }

    static SingletonSupplier<ReadingModel> learnedFromShippedTexts() {
        return SingletonSupplier.of(() -> TRAINING.train(Training.shipped()));
    }

    /** After the start, which it would slow down by half; a request that comes meanwhile waits for it. */
    @EventListener(ApplicationReadyEvent.class)
    void learnShippedTexts() {
        Thread.ofPlatform().daemon().name("request-reader").start(() -> {
            LANGUAGES.obtain();
            model.obtain();
        });
    }

    /** What the text says; any text, however long or strange, has an answer. */
    public RequestFacts read(RequestText text) {
        CleanText clean = clean(text);
        Set<String> topics = CONCEPTS.in(clean);
        Features features = Features.of(clean, topics);
        ReadingModel current = model.obtain();
        SupportType category = current.mostProbableCategory(features);
        Set<Concern> found = current.concernsIn(features);
        Impact severity = current.mostProbableSeverity(features);
        Integer affected = greater(text.affectedUsers(), people.in(clean));
        boolean many = affected != null && affected >= MANY || found.contains(Concern.MANY_AFFECTED);
        boolean single = !many && (affected != null && affected == 1 || found.contains(Concern.SINGLE_PERSON));
        return new RequestFacts(
                LANGUAGES.obtain().of(clean),
                category,
                rounded(current.probability(category, features)),
                products.of(text.product(), clean),
                List.copyOf(topics),
                severity,
                rounded(current.probability(severity, features)),
                rounded(current.probability(Impact.CRITICAL, features)),
                affected,
                found.contains(Concern.FRAUD_CONCERN),
                found.contains(Concern.ATTACK),
                found.contains(Concern.BILLING_DISPUTE),
                found.contains(Concern.DIRECT_WITH_MICROSOFT),
                found.contains(Concern.THIRD_PARTY_PRODUCT),
                found.contains(Concern.SCAM),
                found.contains(Concern.WORK_STOPPED),
                found.contains(Concern.WORK_HINDERED),
                many,
                single,
                found.contains(Concern.DEADLINE_SOON),
                found.contains(Concern.SERVICE_FAULT),
                found.contains(Concern.OWN_CHANGE),
                found.contains(Concern.HOW_TO_QUESTION),
                found.contains(Concern.TOO_VAGUE) || clean.words().size() < 3);
    }

    private static @Nullable Integer greater(@Nullable Integer one, @Nullable Integer other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }

    private static double rounded(double probability) {
        return Math.round(probability * 100) / 100.0;
    }

    /** The subjects that are mentioned, the same names in all languages; the cheap part of reading. */
    public Set<String> topics(String text) {
        return CONCEPTS.in(CleanText.of(text));
    }

    /**
     * What goes wrong, in words by which texts of two customers can be compared, whatever their language; for
     * {@code product} any way to write it.
     */
    public Set<String> symptoms(String subject, String body, String product) {
        return symptoms.in(subject, body, product);
    }

    /** The same texts in the same order give the same. Takes about a second per thousand texts. */
    Classifier learnCategories(List<LabelledText> ownCases) {
        var texts = new ArrayList<>(Training.shipped());
        texts.addAll(ownCases);
        return TRAINING.trainCategory(texts);
    }

    /** Tells categories by this from now on; concerns nobody labels in closed cases, so they stay as shipped. */
    void tellCategoriesBy(Classifier category) {
        model = SingletonSupplier.of(() -> shipped.obtain().withCategory(category));
    }

    /** Knows the shipped texts only, as after a start. */
    void forgetOwnCases() {
        model = shipped;
    }

    /** How many of the texts get their category right. */
    int right(List<LabelledText> texts, ReadingModel judged) {
        return (int) texts.stream()
                .filter(each -> judged.mostProbableCategory(features(each.text())) == each.category())
                .count();
    }

    ReadingModel inUse() {
        return model.obtain();
    }

    private Features features(RequestText text) {
        CleanText clean = clean(text);
        return Features.of(clean, CONCEPTS.in(clean));
    }

    static CleanText clean(RequestText text) {
        return text.subject().isEmpty()
                ? CleanText.of(text.description())
                : CleanText.of(text.subject(), text.description());
    }
}
