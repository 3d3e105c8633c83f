package io.casewright.servicehealth;

import io.casewright.servicehealth.HealthReport.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Judges how well an issue explains a report: service 45, feature 20, time 15, region 10, words in common 10. The words
 * weigh least, because a report may come in any language.
 */
@Component
class IssueMatch {

    private static final Duration EARLY = Duration.ofHours(6);
    private static final Duration AFTERMATH = Duration.ofHours(72);
    /** From this likeness on two texts of this kind hardly become more alike. */
    private static final double ALIKE = 0.4;

    private final ServiceNames names;

    IssueMatch(ServiceNames names) {
        this.names = names;
    }

    /** The services of a question: named by its product, in a suite that is its product, spoken of in its text. */
    private record Services(Set<String> named, Set<String> inSuite, Set<String> spokenOf) {}

    /** The issues with their scores and reasons, without those that service or time exclude. */
    Stream<Candidate> judge(HealthQuestion question, Collection<ServiceIssue> issues) {
        String product = question.product() == null ? "" : question.product();
        var services = new Services(
                names.servicesIn(product), names.servicesOfSuitesIn(product), names.servicesIn(question.text()));
        return issues.stream().flatMap(issue -> judge(question, services, issue).stream());
    }

    private Optional<Candidate> judge(HealthQuestion question, Services services, ServiceIssue issue) {
        var reasons = new ArrayList<String>();
        int service = service(question, services, issue, reasons);
        int time = time(question.reportedAt(), issue, reasons);
        if (service == 0 || time == 0) {
            return Optional.empty();
        }
        int score = service
                + feature(question, issue, reasons)
                + time
                + region(question, issue, reasons)
                + words(question, issue, reasons);
        return Optional.of(new Candidate(issue, Math.clamp(score, 0, 100), List.copyOf(reasons)));
    }

    private int service(HealthQuestion question, Services services, ServiceIssue issue, List<String> reasons) {
        String service = names.serviceOf(issue);
        if (services.named().contains(service)) {
            reasons.add("The product is " + service);
            return 45;
        }
        if (!services.named().isEmpty()) {
            return 0;
        }
        boolean inSuite = services.inSuite().contains(service);
        boolean isOpen = question.product() == null || question.product().isBlank();
        if (services.spokenOf().contains(service) && (inSuite || isOpen)) {
            reasons.add("The text speaks of " + service);
            return 40;
        }
        if (inSuite) {
            reasons.add(service + " is part of the product");
            return 25;
        }
        return 0;
    }

    private int feature(HealthQuestion question, ServiceIssue issue, List<String> reasons) {
        if (names.speaksOf(issue.feature(), question.text())) {
            reasons.add("The text speaks of " + issue.feature());
            return 20;
        }
        return 0;
    }

    private static int time(Instant reportedAt, ServiceIssue issue, List<String> reasons) {
        Instant start = issue.startedAt();
        if (issue.status() == ServiceIssue.Status.FALSE_POSITIVE) {
            return 0;
        }
        if (start != null && start.isAfter(reportedAt.plus(EARLY))) {
            return 0;
        }
        if (issue.isActive()) {
            reasons.add(start == null ? "It is going on" : "It is going on since before the report");
            if (start != null && start.isAfter(reportedAt)) {
                reasons.set(reasons.size() - 1, "It began within six hours after the report");
                return 10;
            }
            return 15;
        }
        Instant end = issue.endedAt();
        if (end == null || end.isBefore(reportedAt.minus(AFTERMATH))) {
            return 0;
        }
        boolean during = !end.isBefore(reportedAt);
        reasons.add(
                during
                        ? "It was going on when this was reported, and is over"
                        : "It ended less than three days before");
        return during ? 10 : 5;
    }

    private int region(HealthQuestion question, ServiceIssue issue, List<String> reasons) {
        var theirs = names.regionsIn(issue.title() + "\n" + issue.impact());
        var ours = question.region() == null ? names.regionsIn(question.text()) : names.regionsIn(question.region());
        if (theirs.isEmpty() || ours.isEmpty()) {
            return 0;
        }
        for (String region : ours) {
            if (theirs.contains(region)) {
                reasons.add("It concerns " + region);
                return 10;
            }
        }
        reasons.add("It concerns " + String.join(", ", theirs.stream().sorted().toList()) + " only");
        return -25;
    }

    private static int words(HealthQuestion question, ServiceIssue issue, List<String> reasons) {
        double likeness = CommonWords.likeness(question.text(), issue.title() + "\n" + issue.impact());
        int points = (int) Math.round(10 * Math.min(1, likeness / ALIKE));
        if (points > 0) {
            reasons.add("Words in common: %d of 10".formatted(points));
        }
        return points;
    }
}
