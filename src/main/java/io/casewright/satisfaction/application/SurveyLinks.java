package io.casewright.satisfaction.application;

import io.casewright.message.PersonalLink;
import io.casewright.platform.text.Fingerprint;
import io.casewright.platform.text.LinkToken;
import io.casewright.platform.text.PublicAddress;
import io.casewright.satisfaction.persistence.Surveys;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the link of a letter at the moment in which it is sent; only whoever gets the letter knows it. */
@Component
class SurveyLinks implements PersonalLink {

    private final Surveys surveys;
    private final PublicAddress address;

    SurveyLinks(Surveys surveys, PublicAddress address) {
        this.surveys = surveys;
        this.address = address;
    }

    @Override
    @Transactional
    public String of(String caseNumber) {
        String token = LinkToken.random();
        surveys.addLink(surveys.of(caseNumber).orElseThrow().id(), Fingerprint.of(token));
        return address.ofRating(token);
    }
}
