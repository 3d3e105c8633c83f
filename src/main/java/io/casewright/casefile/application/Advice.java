package io.casewright.casefile.application;

import io.casewright.casefile.domain.Remit;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** What customers are told without an agent's words: whose a request is, and how a service incident stands. */
@Component
public class Advice {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    Advice() {
        texts.setBasename("casefile/advice");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** In the customer's language, else in English. */
    String of(Remit remit, Locale locale) {
        return texts.getMessage(remit.word(), null, locale);
    }

    /** What customers hear when their case waits for a service incident. */
    public String knownIssue(String id, Locale locale) {
        return texts.getMessage("known-issue", new Object[] {id}, locale);
    }

    /** What customers are asked when support needs a role in their tenant. */
    String accessInvitation(String role, String link, Locale locale) {
        return texts.getMessage("access-invitation", new Object[] {role, link}, locale);
    }

    /** A text about news of the incident, for an agent to go on with. */
    public String knownIssueNews(String id, Locale locale) {
        return texts.getMessage("known-issue-news", new Object[] {id}, locale);
    }

    /** What customers hear when the incident turns out not to be behind their case. */
    public String knownIssueNotCause(String id, Locale locale) {
        return texts.getMessage("known-issue-not-cause", new Object[] {id}, locale);
    }

    /** What customers are asked when the incident is over. */
    public String knownIssueOver(String id, Locale locale) {
        return texts.getMessage("known-issue-over", new Object[] {id}, locale);
    }
}
