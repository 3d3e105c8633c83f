package io.casewright.site.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.casewright.calendar.CalendarVersions;
import io.casewright.calendar.Calendars;
import io.casewright.calendar.domain.CalendarPlace;
import io.casewright.calendar.domain.ServiceCalendar;
import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.TimelineEntry;
import io.casewright.customer.ChangedMeanwhile;
import io.casewright.customer.CustomerDirectory;
import io.casewright.customer.CustomerNotChanged;
import io.casewright.customer.DetailsRefused;
import io.casewright.customer.Editor;
import io.casewright.plan.application.Plans;
import io.casewright.plan.domain.PlanFields;
import io.casewright.promise.application.MeasureAnew;
import io.casewright.promise.application.ReadPromises;
import io.casewright.promise.application.ReadPromises.Told;
import io.casewright.promise.domain.PromiseKind;
import io.casewright.promise.domain.Segment;
import io.casewright.site.domain.Site;
import io.casewright.site.domain.SiteDetails;
import io.casewright.testkit.ARequest;
import io.casewright.testkit.CaseDesk;
import io.casewright.testkit.CaseWitness;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.PlanDesk;
import io.casewright.testkit.PlanText;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases have the hours of the site they come from, where their plan says so. */
@CasewrightTest
class SiteHoursTests {

    private static final Editor MAYA = new Editor("manager", "Maya Ito");
    private static final PlanFields AT_THE_SITE =
            PlanText.right().with("hoursAt", "SITE").with("calendar.closedDays", "2026-12-24 Christmas Eve");

    @Autowired
    KeepSites keepSites;

    @Autowired
    Sites sites;

    @Autowired
    MeasureAnew measureAnew;

    @Autowired
    PlanDesk planDesk;

    @Autowired
    Plans plans;

    @Autowired
    CalendarVersions calendars;

    @Autowired
    CaseDesk cases;

    @Autowired
    CaseWitness witness;

    @Autowired
    CustomerDirectory directory;

    @Autowired
    ReadPromises promises;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Clock clock;

    private long plan;
    private String domain = "";
    private long customer;
    private long contact;

    @BeforeEach
    void aCustomerUnderAPlanWithHoursAtItsSites() {
        plan = planDesk.plan(AT_THE_SITE);
        domain = planDesk.customerUnder(plan, "en");
        customer = directory.findCustomer(domain).orElseThrow();
        contact = directory.findContact(domain, "it@" + domain).orElseThrow().contactId();
    }

    @Test
    void withoutASiteTheHoursAreThoseOfThePlan() {
        var response = response(cases.received(request()));
        assertThat(response.clock().terms().calendar()).isEqualTo(ofThePlan());
    }

    @Test
    void theFirstSiteIsTheMainOneAndNewCasesHaveItsHours() {
        keepSites.add(customer, newYork(), MAYA);
        var number = cases.received(request());
        var terms = response(number).clock().terms();
        assertThat(terms.calendar()).isEqualTo(ofThePlan() + "@America/New_York+US-ny");
        assertThat(response(number).clock().due())
                .contains(there("America/New_York", "US", "ny")
                        .after(witness.caseOf(number).receivedAt(), Duration.ofHours(2)));
        assertThat(sites.nameOfBegun(number.value())).contains("New York");
        assertThat(plans.ofCase(number.value()).terms().calendar().zone()).isEqualTo("America/New_York");
    }

    @Test
    void aContactIsWhereItIsPutAndAtTheMainSiteOnceThatIsClosed() {
        keepSites.add(customer, newYork(), MAYA);
        long tokyo = keepSites.add(customer, tokyo(Set.of(contact)), MAYA);
        assertThat(response(cases.received(request())).clock().terms().calendar())
                .isEqualTo(ofThePlan() + "@Asia/Tokyo+JP");
        keepSites.close(customer, tokyo, site(tokyo).version(), MAYA);
        assertThat(response(cases.received(request())).clock().terms().calendar())
                .endsWith("@America/New_York+US-ny");
    }

    @Test
    void aPlanWithHoursOfOursHasThemWhereverACaseComesFrom() {
        planDesk.version(plan, 2, clock.instant().minusSeconds(1), AT_THE_SITE.with("hoursAt", "OURS"));
        keepSites.add(customer, newYork(), MAYA);
        var number = cases.received(request());
        assertThat(response(number).clock().terms().calendar()).isEqualTo("plan-%d-2".formatted(plan));
        assertThat(sites.nameOfBegun(number.value())).contains("New York");
    }

    @Test
    void aChangeTouchesNoRunningPromiseUntilItIsMeasuredAnewAndWhatWasUsedStays() {
        long site = keepSites.add(customer, newYork(), MAYA);
        var number = cases.diagnosing(request());
        var before = response(number).clock().state();
        assertThat(measureAnew.differing(customer)).isZero();

        keepSites.change(
                customer,
                site,
                site(site).version(),
                new SiteDetails("Tokyo", "Asia/Tokyo", "jp", "", "", true, Set.of()),
                MAYA);
        planDesk.version(
                plan,
                2,
                clock.instant().minusSeconds(1),
                AT_THE_SITE
                        .with("targets.critical.firstResponse", "5 h")
                        .with("targets.moderate.firstResponse", "5 h")
                        .with("targets.minimal.firstResponse", "5 h"));
        assertThat(response(number).clock().state()).isEqualTo(before);
        assertThat(measureAnew.differing(customer)).isEqualTo(1);

        measureAnew.order(customer, "manager");
        scheduler.triggerCheckForDueExecutions();
        Awaitility.await()
                .untilAsserted(() -> assertThat(measureAnew.differing(customer)).isZero());
        var after = response(number);
        assertThat(after.clock().terms().calendar()).isEqualTo("plan-%d-2@Asia/Tokyo+JP".formatted(plan));
        assertThat(after.clock().terms().target()).isEqualTo(Duration.ofHours(5));
        assertThat(after.clock().explain(after.at()))
                .extracting(Segment::terms)
                .first()
                .isEqualTo(before.terms().getFirst());
        assertThat(witness.timelineOf(number))
                .filteredOn(entry -> entry.kind() == TimelineEntry.Kind.MEASURED_ANEW)
                .extracting(TimelineEntry::text)
                .containsExactly(
                        "Its promises are measured by %s, version 2 from now on.".formatted(planDesk.nameOf(plan)));
        assertThat(plans.ofCase(number.value()).number())
                .as("what it costs goes by what it was begun under")
                .isEqualTo(1);
    }

    @Test
    void manyCasesAreMeasuredOneAfterTheOther() {
        for (int i = 0; i < 53; i++) {
            cases.received(request());
        }
        keepSites.add(customer, newYork(), MAYA);
        assertThat(measureAnew.differing(customer)).isEqualTo(53);
        measureAnew.order(customer, "manager");
        scheduler.triggerCheckForDueExecutions();
        Awaitility.await()
                .untilAsserted(() -> assertThat(measureAnew.differing(customer)).isZero());
    }

    @Test
    void theMainSiteMovesAndIsNeverGivenUpWhileThereAreOthers() {
        long newYork = keepSites.add(customer, newYork(), MAYA);
        long tokyo = keepSites.add(customer, tokyo(Set.of()), MAYA);
        assertThat(site(tokyo).isMain()).isFalse();
        assertThatThrownBy(
                        () -> keepSites.close(customer, newYork, site(newYork).version(), MAYA))
                .isInstanceOf(CustomerNotChanged.class)
                .hasMessage("Site New York is the main one. Make another one the main site first.");
        var main = tokyo(Set.of());
        keepSites.change(
                customer,
                tokyo,
                site(tokyo).version(),
                new SiteDetails(main.name(), main.zone(), main.country(), "", "", true, Set.of()),
                MAYA);
        assertThat(sites.of(customer))
                .filteredOn(Site::isMain)
                .extracting(Site::id)
                .containsExactly(tokyo);
        keepSites.close(customer, newYork, site(newYork).version(), MAYA);
        assertThat(site(newYork).isClosed()).isTrue();
    }

    @Test
    void nothingWrongIsKeptAndTheSecondOfTwoIsTold() {
        long site = keepSites.add(customer, newYork(), MAYA);
        assertThatThrownBy(() -> keepSites.add(
                        customer,
                        new SiteDetails("new york", "Mars/Olympus", "xx", "", "someday", false, Set.of(-1L)),
                        MAYA))
                .isInstanceOfSatisfying(
                        DetailsRefused.class,
                        refused -> assertThat(refused.faults())
                                .containsOnlyKeys("name", "zone", "country", "closedDays", "contacts"));
        assertThatThrownBy(() -> keepSites.change(customer, site, 99, newYork(), MAYA))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThat(sites.of(customer)).extracting(Site::name).containsExactly("New York");
    }

    private CalendarPlace place(String zone, String country, String region) {
        return new CalendarPlace(zone, country, region, List.of());
    }

    private ServiceCalendar there(String zone, String country, String region) {
        return Calendars.of(calendars.textOf(ofThePlan()).at(place(zone, country, region)));
    }

    private String ofThePlan() {
        return "plan-%d-1".formatted(plan);
    }

    private Site site(long id) {
        return sites.of(customer).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private Told response(CaseNumber number) {
        return promises.of(number).stream()
                .filter(each -> each.clock().kind() == PromiseKind.FIRST_RESPONSE)
                .findFirst()
                .orElseThrow();
    }

    private CaseRequest request() {
        return ARequest.from(domain, "it@" + domain);
    }

    private static SiteDetails newYork() {
        return new SiteDetails("New York", "America/New_York", "us", "NY", "", false, Set.of());
    }

    private static SiteDetails tokyo(Set<Long> contacts) {
        return new SiteDetails("Tokyo", "Asia/Tokyo", "jp", "", "", false, contacts);
    }
}
