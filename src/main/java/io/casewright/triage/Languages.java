package io.casewright.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import org.springframework.core.io.ClassPathResource;

/** Tells the language of a text, among those a European or East Asian desk is written to in. */
final class Languages {

    static final String UNDETERMINED = "und";

    private static final String MODEL = "langdetect-183.bin";
    private static final int ENOUGH = 600;

    /** ISO 639-3, which the model speaks, to BCP 47. Left out: languages that short texts are mistaken for. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("eng", "en"),
            Map.entry("deu", "de"),
            Map.entry("spa", "es"),
            Map.entry("fra", "fr"),
            Map.entry("ita", "it"),
            Map.entry("por", "pt"),
            Map.entry("nld", "nl"),
            Map.entry("pol", "pl"),
            Map.entry("swe", "sv"),
            Map.entry("dan", "da"),
            Map.entry("nob", "nb"),
            Map.entry("fin", "fi"),
            Map.entry("ces", "cs"),
            Map.entry("slk", "sk"),
            Map.entry("hun", "hu"),
            Map.entry("ron", "ro"),
            Map.entry("tur", "tr"),
            Map.entry("ell", "el"),
            Map.entry("rus", "ru"),
            Map.entry("ukr", "uk"),
            Map.entry("ara", "ar"),
            Map.entry("heb", "he"),
            Map.entry("jpn", "ja"),
            Map.entry("cmn", "zh"),
            Map.entry("kor", "ko"),
            Map.entry("tha", "th"),
            Map.entry("vie", "vi"));

    private final LanguageDetectorModel model;

    private Languages(LanguageDetectorModel model) {
        this.model = model;
    }

    static Languages load() {
        try (InputStream in = new ClassPathResource(MODEL, Languages.class.getClassLoader()).getInputStream()) {
            var all = new LanguageDetectorModel(in);
            return new Languages(new LanguageDetectorModel(
                    KnownLanguages.of((AbstractModel) all.getMaxentModel(), KNOWN.keySet()),
                    Map.of(),
                    all.getFactory()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the language model " + MODEL, e);
        }
    }

    /** BCP 47, or "und" when the text has no letters or is in none of the known languages. */
    String of(CleanText text) {
        String sample = text.text().substring(0, Math.min(text.text().length(), ENOUGH));
        if (sample.codePoints().noneMatch(Character::isLetter)) {
            return UNDETERMINED;
        }
        LanguageDetector detector = new LanguageDetectorME(model);
        for (Language language : detector.predictLanguages(sample)) {
            String known = KNOWN.get(language.getLang());
            if (known != null) {
                return known;
            }
        }
        return UNDETERMINED;
    }
}
