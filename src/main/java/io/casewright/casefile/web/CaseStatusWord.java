package io.casewright.casefile.web;

import io.casewright.casefile.domain.CaseStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A status in an address, as it is written in answers too: in small letters, or in capitals. */
@Component
class CaseStatusWord implements Converter<String, CaseStatus> {

    @Override
    public @Nullable CaseStatus convert(String word) {
        return word.isBlank() ? null : CaseStatus.valueOf(word.strip().toUpperCase(Locale.ROOT));
    }
}
