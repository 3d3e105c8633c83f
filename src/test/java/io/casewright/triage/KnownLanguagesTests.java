package io.casewright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class KnownLanguagesTests {

    private static final Set<String> KNOWN = Set.of("eng", "deu", "spa", "fra", "pol", "jpn");

    @Test
    void rankAsTheyDidAmongAll() throws IOException {
        var all = new LanguageDetectorModel(new ClassPathResource("langdetect-183.bin").getInputStream());
        var known = KnownLanguages.of((AbstractModel) all.getMaxentModel(), KNOWN);
        var few = new LanguageDetectorModel(known, Map.of(), all.getFactory());
        assertThat(known.getNumOutcomes()).isEqualTo(KNOWN.size());
        for (String text : new String[] {
            "Our mail has been bouncing since this morning.",
            "Seit heute früh kommen alle E-Mails zurück.",
            "La factura de octubre muestra las licencias dos veces.",
            "Les réunions disparaissent du calendrier partagé.",
            "Nie można otworzyć załączników w programie Outlook.",
            "共有カレンダーが表示されません。"
        }) {
            assertThat(ranked(few, text)).as(text).containsExactlyElementsOf(ranked(all, text));
        }
    }

    private static Iterable<String> ranked(LanguageDetectorModel model, String text) {
        return Arrays.stream(new LanguageDetectorME(model).predictLanguages(text))
                .map(Language::getLang)
                .filter(KNOWN::contains)
                .toList();
    }
}
