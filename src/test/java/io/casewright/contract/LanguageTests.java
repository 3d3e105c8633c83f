package io.casewright.contract;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.application.PromisedTimes;
import io.casewright.casefile.domain.Actor;
import io.casewright.casefile.domain.CaseStatus;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Evidence;
import io.casewright.casefile.domain.Queue;
import io.casewright.casefile.domain.Severity;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.customer.ImportPlan;
import io.casewright.desk.domain.DeskColumn;
import io.casewright.desk.domain.DeskList;
import io.casewright.handoff.domain.Channel;
import io.casewright.handoff.domain.Target;
import io.casewright.handoff.domain.VendorTicket;
import io.casewright.message.Delivery;
import io.casewright.message.MessageKind;
import io.casewright.plan.domain.Charging;
import io.casewright.plan.domain.DeliveryModel;
import io.casewright.platform.engine.ProcessModels;
import io.casewright.platform.text.WordKey;
import io.casewright.prepaid.domain.Movement;
import io.casewright.retention.Certificate;
import io.casewright.statement.domain.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read at the Desk stands there in English and in German, whole. */
class LanguageTests {

    /** What is the same word in both languages. */
    private static final Set<String> SAME = Set.of(
            "Agent",
            "Casewright",
            "Desk",
            "Desk:",
            "Microsoft",
            "Name",
            "Partner",
            "Partner Center",
            "Plan",
            "Portal",
            "Provider",
            "Region",
            "Reseller",
            "Status",
            "Support, {0}",
            "Symptom",
            "Text",
            "Ticket",
            "Tickets",
            "in {0}",
            "1",
            "2",
            "3",
            "4",
            "5",
            "{0} %",
            "{0} {1} %",
            "{0} {1}.",
            "{0*}, {1*}",
            "{0*}: {1*}.",
            "Microsoft, {0}: {1}");

    /** Names that pages show in words. */
    private static final List<Class<? extends Enum<?>>> SHOWN = List.of(
            CaseStatus.class,
            Charging.Model.class,
            DeliveryModel.class,
            TimelineEntry.Kind.class,
            Evidence.Kind.class,
            Actor.Kind.class,
            Severity.class,
            Category.class,
            Queue.class,
            MessageKind.class,
            PromisedTimes.Kind.class,
            Movement.Kind.class,
            Delivery.class,
            DeskList.class,
            DeskColumn.class,
            Target.class,
            Channel.class,
            VendorTicket.State.class,
            ImportPlan.Kind.class,
            Certificate.Cause.class,
            Statement.State.class);

    private static final Pattern GAP = Pattern.compile("\\{(\\d)");
    private static final Pattern SENTENCE_IN_A_SCRIPT = Pattern.compile("['\"`][A-Z][a-z]+ [a-z]+[^'\"`]*['\"`]");

    private final Map<String, String> english = PageWords.of("");
    private final Map<String, String> german = PageWords.of("de");

    @Test
    void eachKeyIsInBothLanguages() {
        assertThat(german.keySet()).containsExactlyElementsOf(english.keySet());
    }

    @Test
    void whatIsAskedForIsThereAndNothingElse() {
        var asked = PageWords.asked();
        assertThat(asked).hasSizeGreaterThan(300);
        assertThat(asked).filteredOn(key -> !isThere(key)).isEmpty();
        assertThat(english.keySet())
                .filteredOn(key -> !Character.isUpperCase(key.charAt(0)) && !isAsked(key, asked))
                .isEmpty();
    }

    private boolean isThere(String key) {
        return key.endsWith(".")
                ? english.keySet().stream().anyMatch(known -> known.startsWith(key))
                : english.containsKey(key);
    }

    /** The words for a delivery model are found by its name. */
    private static boolean isAsked(String key, Set<String> asked) {
        return asked.contains(key)
                || asked.stream().anyMatch(begin -> begin.endsWith(".") && key.startsWith(begin))
                || key.startsWith("customer.delivery-model.");
    }

    static Stream<? extends Enum<?>> names() {
        return SHOWN.stream().flatMap(kind -> Stream.of(kind.getEnumConstants()));
    }

    @Test
    void eachNameHasWords() {
        assertThat(names().map(WordKey::of))
                .allSatisfy(key -> assertThat(english).containsKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer.Customer$DeliveryModel", "customer.Partner$Kind"})
    void eachNameThatIsKeptAsTextHasWords(String kind) throws ReflectiveOperationException {
        assertThat(Class.forName("io.casewright." + kind).getEnumConstants())
                .allSatisfy(name -> assertThat(english).containsKey(WordKey.of((Enum<?>) name)));
    }

    @Test
    void eachReasonForAHandOffHasWords() {
        var reasons = Pattern.compile("&quot;([A-Z_]+)&quot;")
                .matcher(PageWords.content(Path.of("bpmn/diagnosis-course.dmn")))
                .results()
                .map(found -> "HandOffCategory." + found.group(1))
                .toList();
        assertThat(reasons).isNotEmpty().allSatisfy(key -> assertThat(english).containsKey(key));
    }

    static Stream<List<String>> pairs() {
        var german = PageWords.of("de");
        return Stream.concat(
                PageWords.of("").entrySet().stream()
                        .map(word -> List.of(word.getValue(), german.getOrDefault(word.getKey(), ""))),
                Stream.of("forms", "models", "sentences").flatMap(file -> PageWords.pairs(file).stream()));
    }

    @Test
    void germanIsNotEnglish() {
        assertThat(pairs().filter(pair -> pair.getFirst().equals(pair.getLast()))
                        .map(List::getFirst))
                .isSubsetOf(SAME);
        assertThat(pairs()).allSatisfy(pair -> assertThat(pair.getLast()).isNotBlank());
    }

    @Test
    void bothLanguagesHaveTheSameGaps() {
        assertThat(pairs()).allSatisfy(pair -> assertThat(gaps(pair.getLast())).isEqualTo(gaps(pair.getFirst())));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de"})
    void wordsWithGapsCanBeWritten(String language) {
        assertThat(PageWords.of(language).values())
                .filteredOn(text -> text.contains("{"))
                .allSatisfy(text -> {
                    assertThatCode(() ->
                                    new MessageFormat(text, Locale.GERMAN).format(new Object[] {1, 2, 3, 4, 5, 6, 7}))
                            .doesNotThrowAnyException();
                    assertThat(text.replace("''", ""))
                            .as("an apostrophe that is not doubled")
                            .doesNotContain("'");
                });
        assertThat(PageWords.of(language).values())
                .filteredOn(text -> !text.contains("{"))
                .allSatisfy(text -> assertThat(text).doesNotContain("''"));
    }

    @Test
    void eachTextOfAFormHasItsGerman() throws IOException {
        var texts = new LinkedHashSet<String>();
        for (var file : PageWords.files(Path.of("forms"), ".form")) {
            read(new ObjectMapper().readTree(PageWords.content(file)).path("components"), texts);
        }
        assertThat(texts).hasSizeGreaterThan(200);
        assertSaid("forms", texts);
    }

    private static void read(JsonNode components, Set<String> texts) {
        for (JsonNode component : components) {
            for (String part : List.of("label", "description", "text", "placeholder", "alt")) {
                String text = component.path(part).asText("");
                if (!text.isEmpty() && !text.startsWith("=")) {
                    texts.add(text.replace("\n", "\\n"));
                }
            }
            read(component.path("values"), texts);
            read(component.path("components"), texts);
        }
    }

    @Test
    void eachNameInAModelHasItsGerman() throws IOException {
        var names = new ProcessModels()
                .all()
                .flatMap(model -> model.labels().values().stream())
                // Messages have names for programs.
                .filter(name -> !name.matches("[a-z]+\\.[a-zA-Z]+"))
                .collect(toSet());
        assertThat(names).hasSizeGreaterThan(200);
        var known = known("forms", "models", "sentences");
        assertThat(names).filteredOn(name -> !known.contains(name)).isEmpty();
        assertThat(known("models")).filteredOn(name -> !names.contains(name)).isEmpty();
    }

    private static void assertSaid(String file, Set<String> texts) {
        var known = known(file);
        assertThat(texts).filteredOn(text -> !known.contains(text)).isEmpty();
        assertThat(known).filteredOn(text -> !texts.contains(text)).isEmpty();
    }

    private static Set<String> known(String... files) {
        return Stream.of(files)
                .flatMap(file -> PageWords.pairs(file).stream())
                .map(List::getFirst)
                .collect(toSet());
    }

    @Test
    void noEnglishIsKnownTwice() {
        var seen = new TreeSet<String>();
        assertThat(Stream.of("forms", "models", "sentences")
                        .flatMap(file -> PageWords.pairs(file).stream())
                        .filter(pair -> pair.size() != 2 || !seen.add(pair.getFirst())))
                .isEmpty();
    }

    static List<Path> pages() {
        return PageWords.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noPageSaysAnythingInOneLanguageOnly(Path page) {
        assertThat(PageWords.leftIn(PageWords.content(page))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Not said twice</p>",
                "<p th:text=\"${a ? 'Not said' : b}\">x</p>",
                "<a aria-label=\"Back\" th:text=\"#{a}\">Back</a>",
                "<a th:aria-label=\"${'Change ' + name}\"></a>",
                "<div th:replace=\"~{x :: field('name', 'Name', ${a})}\"></div>",
                "<table><tr><td data-label=\"Queue\"></td></tr></table>"
            })
    void whatOnePageWouldSayInOneLanguageIsFound(String page) {
        assertThat(PageWords.leftIn(page)).isNotEmpty();
    }

    @Test
    void noScriptSaysAnythingInOneLanguageOnly() {
        var said = new ArrayList<String>();
        for (String folder : List.of("desk", "casefile")) {
            for (var script : PageWords.files(Path.of("src/main/resources/static/" + folder), ".js")) {
                PageWords.content(script)
                        .lines()
                        .filter(line -> !line.strip().startsWith("//"))
                        .flatMap(line ->
                                SENTENCE_IN_A_SCRIPT.matcher(line).results().map(MatchResult::group))
                        .forEach(said::add);
            }
        }
        assertThat(said).isEmpty();
    }
}
