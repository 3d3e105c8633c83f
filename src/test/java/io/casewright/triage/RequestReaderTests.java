package io.casewright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads texts that are not among those it learned from. */
class RequestReaderTests {

    private static final RequestReader READER = new RequestReader();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | billing      | unknown    | The total on your August bill is 60 dollars above the sum of its lines. Which of the two is right?
            en | subscription | m365       | We would like 15 more Business Standard licences for our summer staff.
            en | technical    | exchange   | Since lunch Outlook hangs whenever somebody in our office opens an attachment.
            de | billing      | azure      | Die Abrechnung für Azure weist im Mai doppelt so hohe Kosten aus wie im April. Woran liegt das?
            de | subscription | m365       | Wir brauchen ab Oktober drei Lizenzen Visio weniger und möchten den Rest behalten.
            de | technical    | sharepoint | Mehrere Kollegen können in SharePoint keine Dateien mehr hochladen.
            fr | billing      | unknown    | Le montant de votre facture de mars ne correspond pas à notre commande.
            fr | subscription | teams      | Merci de commander douze licences Teams Phone pour notre nouvelle agence.
            es | technical    | teams      | Desde ayer nadie en la sucursal oye bien en las reuniones de Teams.
            it | billing      | unknown    | La fattura di aprile riporta un importo sbagliato, potete correggerla?
            pt | subscription | power-bi   | Gostaríamos de comprar mais três licenças do Power BI para a equipa financeira.
            nl | technical    | sharepoint | Sinds gisteren synchroniseert OneDrive bij meerdere collega's geen bestanden meer.
            pl | billing      | unknown    | Na fakturze z maja kwota jest wyższa niż w ofercie, prosimy o korektę.
            sv | subscription | unknown    | Vi vill säga upp fyra licenser när avtalet löper ut i december.
            ja | billing      | unknown    | 五月の請求書の金額が見積もりと違います。内訳を送ってください。
            zh | technical    | teams      | 从昨天开始，多个用户在Teams会议中听不到声音。
            """)
    void tellsLanguageCategoryAndProduct(String language, String category, String family, String text) {
        var facts = read(text);
        assertThat(facts.language()).isEqualTo(language);
        assertThat(facts.suggestedCategory().key()).isEqualTo(category);
        assertThat(facts.categoryConfidence()).isBetween(0.6, 1.0);
        assertThat(facts.productFamily().key()).isEqualTo(family);
    }

    @Test
    void seesWhatWeighsMost() {
        assertThat(read("Hackers got into our subscription and rent servers at our cost, we do not recognise any of it")
                        .fraudConcern())
                .isTrue();
        assertThat(read("We contest the December invoice and refuse to pay for services we never ordered")
                        .billingDispute())
                .isTrue();
        assertThat(read("Nobody in the company can sign in any more, work is at a standstill")
                        .workStopped())
                .isTrue();
        assertThat(read("Jemand am Telefon gab sich als Microsoft aus und wollte Administratorrechte. Ist das echt?")
                        .scam())
                .isTrue();
        assertThat(read("Une extension d'un éditeur tiers achetée sur le Marketplace ne démarre plus")
                        .thirdPartyProduct())
                .isTrue();
        assertThat(read("El plan lo compramos directamente a Microsoft con tarjeta de crédito, no con ustedes")
                        .directWithMicrosoft())
                .isTrue();
        assertThat(read("How do I share my calendar with a colleague?").howToQuestion())
                .isTrue();
        assertThat(read("Hilfe, geht nicht").tooVague()).isTrue();
    }

    /** In words that no text it learned from has in this order. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "All documents on the file share are encrypted and somebody demands bitcoin",
                "Unsere Dateien wurden verschlüsselt, man verlangt Lösegeld",
                "Notre compte a été piraté et tous nos fichiers sont chiffrés",
                "Han cifrado nuestros archivos y nos exigen un rescate",
                "I nostri file sono cifrati e chiedono un riscatto in bitcoin",
                "Os nossos ficheiros foram cifrados e exigem um resgate",
                "Onze bestanden zijn versleuteld en men eist losgeld",
                "Våra filer har krypterats och någon kräver lösensumma",
                "ファイルが暗号化され、身代金を払えと言われています"
            })
    void anAttackIsCriticalInEveryLanguage(String text) {
        var facts = read(text);
        assertThat(facts.attack()).isTrue();
        assertThat(facts.suggestedSeverity()).isEqualTo(Impact.CRITICAL);
    }

    @Test
    void whatItDoesNotKnowIsNoProofThatNothingIsSevere() {
        assertThat(read("Azonnal hívjanak, minden leállt nálunk reggel óta").severityConfidence())
                .isLessThan(0.6);
    }

    @Test
    void theGreaterNumberOfPeopleCounts() {
        var text = new RequestText("Excel", "Excel closes for 40 colleagues.", null, 1);
        assertThat(READER.read(text).affectedPeople()).isEqualTo(40);
        assertThat(READER.read(text).manyAffected()).isTrue();
        assertThat(READER.read(text).singlePerson()).isFalse();
    }

    @Test
    void aNumberOfPeopleThatIsStatedCounts() {
        String text = "Excel closes by itself.";
        assertThat(READER.read(new RequestText("Excel", text, null, 40)).manyAffected())
                .isTrue();
        assertThat(READER.read(new RequestText("Excel", text, null, 40)).singlePerson())
                .isFalse();
        assertThat(READER.read(new RequestText("Excel", text, null, 1)).singlePerson())
                .isTrue();
    }

    @Test
    void theProductTheCustomerNamedCountsBeforeTheText() {
        var text = new RequestText("Question", "Outlook shows the chat of a colleague.", "Microsoft Teams", null);
        assertThat(READER.read(text).productFamily()).isEqualTo(ProductFamily.TEAMS);
        var suite = new RequestText("Question", "Outlook shows the chat of a colleague.", "Microsoft 365 E3", null);
        assertThat(READER.read(suite).productFamily()).isEqualTo(ProductFamily.EXCHANGE);
    }

    @Test
    void isWrittenAsTheDecisionsReadIt() throws Exception {
        var json = new ObjectMapper().valueToTree(read("Our invoice for the Azure plan is wrong."));
        assertThat(json.get("suggestedCategory").asText()).isEqualTo("billing");
        assertThat(json.get("productFamily").asText()).isEqualTo("azure");
        assertThat(json.get("topics").toString()).contains("\"invoice\"");
        for (Concern concern : Concern.values()) {
            assertThat(json.get(concern.key()).isBoolean()).as(concern.key()).isTrue();
        }
    }

    @Test
    void whoLearnsAnewReadsTheSame() {
        var other = new RequestReader(RequestReader.learnedFromShippedTexts());
        for (LabelledText each : Training.shipped().subList(0, 50)) {
            assertThat(other.read(each.text())).isEqualTo(READER.read(each.text()));
        }
    }

    @Test
    void manyReadAtOnceAndQuickly() throws Exception {
        var texts = Training.shipped().stream().map(LabelledText::text).toList();
        List<RequestFacts> alone = texts.stream().map(READER::read).toList();
        long began = System.nanoTime();
        texts.forEach(READER::read);
        var each = Duration.ofNanos((System.nanoTime() - began) / texts.size());
        System.out.printf("reading a request takes %.2f ms%n", each.toNanos() / 1e6);
        assertThat(each).as("time per request").isLessThan(Duration.ofMillis(10));
        try (var readers = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<RequestFacts>>();
            texts.forEach(text -> tasks.add(() -> READER.read(text)));
            var together = new ArrayList<RequestFacts>();
            for (var result : readers.invokeAll(tasks)) {
                together.add(result.get());
            }
            assertThat(together).isEqualTo(alone);
        }
    }

    @Test
    void learnsFromTheDesksOwnCasesAndForgetsThemAgain() {
        var reader = new RequestReader();
        var text = new RequestText("Zorbix", "The zorbix quota for the plonk must be looked at.", null, null);
        var before = reader.read(text);
        assertThat(before.suggestedCategory()).isNotEqualTo(SupportType.SUBSCRIPTION);
        var closed = new ArrayList<LabelledText>();
        for (String verb : List.of("raised", "checked", "changed", "discussed", "agreed", "settled")) {
            closed.add(new LabelledText(
                    new RequestText("Zorbix", "The zorbix quota for the plonk has to be " + verb + ".", null, null),
                    SupportType.SUBSCRIPTION,
                    null,
                    null));
        }
        reader.tellCategoriesBy(reader.learnCategories(closed));
        assertThat(reader.read(text).suggestedCategory()).isEqualTo(SupportType.SUBSCRIPTION);
        assertThat(reader.read(text))
                .as("of concerns nobody said anything")
                .usingRecursiveComparison()
                .ignoringFields("suggestedCategory", "categoryConfidence")
                .isEqualTo(before);
        reader.forgetOwnCases();
        assertThat(reader.read(text)).isEqualTo(before);
    }

    @Test
    void everyTopicOfADecisionIsAConcept() throws Exception {
        var known = new HashSet<String>();
        TableRow.read("triage/concepts.tsv", 3).forEach(row -> known.add(row.cell(0)));
        String decision = Files.readString(Path.of("bpmn", "self-service.dmn"));
        var asked = Pattern.compile("list contains\\(\\?, \"([^\"]+)\"\\)")
                .matcher(decision)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(asked).isNotEmpty().allMatch(known::contains);
    }

    private static RequestFacts read(String description) {
        return READER.read(new RequestText("", description, null, null));
    }
}
