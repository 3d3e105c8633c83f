package io.casewright.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.testkit.CasewrightTest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CasewrightTest
class KeepCustomersTests {

    private static final Editor MAYA = new Editor("maya", "Maya Ito");

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private final String tenant = UUID.randomUUID().toString();
    private final String main = "main-" + own + ".example";
    private final String second = "second-" + own + ".example";

    @Autowired
    KeepCustomers keep;

    @Autowired
    ReadCustomers read;

    @Autowired
    CustomerDirectory directory;

    @Nested
    class Domains {

        @Test
        void aCustomerIsFoundByEachAndByNoneBelow() {
            long id = keep.add(details(main, second), MAYA);
            ask(id);
            for (String name : List.of(main, second, tenant, second.toUpperCase(java.util.Locale.ROOT))) {
                assertThat(directory.findCustomer(name)).contains(id);
                assertThat(directory.findContact(name, "IT@" + main)).isPresent();
                assertThat(directory.findCustomers(Set.of(name), Set.of())).containsExactly(id);
            }
            assertThat(directory.findCustomer("below." + main)).isEmpty();
            assertThat(directory.findContact("below." + second, "it@" + main)).isEmpty();
        }

        @Test
        void oneIsOnlyOneOpenCustomers() {
            keep.add(details(main, second), MAYA);
            var other = another("other-" + own + ".example", second);
            assertThatThrownBy(() -> keep.add(other, MAYA))
                    .isInstanceOfSatisfying(
                            DetailsRefused.class,
                            refused -> assertThat(refused.faults())
                                    .hasEntrySatisfying(
                                            "otherDomains",
                                            fault -> assertThat(fault)
                                                    .contains(second, "Company " + own, "take it away there first")));
        }

        @Test
        void theSameTakenTwiceAtOnceIsTakenOnce() throws Exception {
            Callable<Long> adding = () -> keep.add(another(main), MAYA);
            assertThat(outcomes(adding)).hasSize(1);
        }

        @Test
        void oneThatWasTakenAwayIsFreeAndCanComeBack() {
            long id = keep.add(details(main, second), MAYA);
            keep.change(id, file(id).version(), details(main), MAYA);
            assertThat(directory.findCustomer(second)).isEmpty();
            keep.change(id, file(id).version(), details(second, main), MAYA);
            assertThat(directory.findCustomer(second)).contains(id);
            assertThat(file(id).details()).isEqualTo(details(second, main));
        }
    }

    @Nested
    class Closing {

        @Test
        void whoLeftAsksForNothingAndIsStillNamed() {
            long id = keep.add(details(main, second), MAYA);
            long contact = ask(id);
            keep.close(id, file(id).version(), MAYA);
            assertThat(directory.findContact(tenant, "it@" + main)).isEmpty();
            assertThat(directory.findContact(main, "it@" + main)).isEmpty();
            assertThat(directory.findCustomer(tenant)).isEmpty();
            assertThat(directory.findCustomers(Set.of(tenant, main), Set.of())).isEmpty();
            assertThat(directory.contact(contact).customerName()).isEqualTo("Company " + own);
            assertThat(directory.findEver(second)).containsExactly(id);
        }

        @Test
        void theDomainsAreFreeForAnother() {
            long id = keep.add(details(main, second), MAYA);
            keep.close(id, file(id).version(), MAYA);
            long other = keep.add(another(second), MAYA);
            assertThat(directory.findCustomer(second)).contains(other);
            assertThatThrownBy(() -> keep.reopen(id, file(id).version(), MAYA))
                    .isInstanceOf(CustomerNotChanged.class)
                    .hasMessageContaining("has one of its domains now");
            keep.change(other, file(other).version(), another("free-" + own + ".example"), MAYA);
            keep.reopen(id, file(id).version(), MAYA);
            assertThat(directory.findCustomer(second)).contains(id);
        }

        @Test
        void aClosedCustomerIsReopenedBeforeItIsChanged() {
            long id = keep.add(details(main), MAYA);
            keep.close(id, file(id).version(), MAYA);
            assertThatThrownBy(() -> keep.change(id, file(id).version(), details(main, second), MAYA))
                    .isInstanceOf(CustomerNotChanged.class)
                    .hasMessageContaining("Reopen it first");
            assertThatThrownBy(() -> ask(id)).isInstanceOf(CustomerNotChanged.class);
            assertThatThrownBy(() -> keep.add(details(second), MAYA))
                    .isInstanceOf(DetailsRefused.class)
                    .hasMessageContaining("reopen that customer");
        }

        @Test
        void aClosedContactAsksForNothingUntilReopened() {
            long id = keep.add(details(main), MAYA);
            long contact = ask(id);
            keep.closeContact(id, contact, 0, MAYA);
            assertThat(directory.findContact(main, "it@" + main)).isEmpty();
            assertThat(directory.contact(contact).contactName()).isEqualTo("Ida Toivonen");
            assertThatThrownBy(() -> ask(id))
                    .isInstanceOf(DetailsRefused.class)
                    .hasMessageContaining("reopen that one");
            keep.reopenContact(id, contact, 1, MAYA);
            assertThat(directory.findContact(main, "it@" + main)).isPresent();
        }
    }

    @Nested
    class TwoManagers {

        @Test
        void theSecondIsTold() {
            long id = keep.add(details(main), MAYA);
            long seen = file(id).version();
            keep.change(id, seen, details(main, second), MAYA);
            assertThatThrownBy(() -> keep.change(id, seen, details(second), MAYA))
                    .isInstanceOf(ChangedMeanwhile.class);
            assertThatThrownBy(() -> keep.close(id, seen, MAYA)).isInstanceOf(ChangedMeanwhile.class);
            assertThat(file(id).details()).isEqualTo(details(main, second));
        }

        @Test
        void atTheSameMomentOneIsTold() throws Exception {
            long id = keep.add(details(main), MAYA);
            long seen = file(id).version();
            Callable<Long> closing = () -> {
                keep.close(id, seen, MAYA);
                return id;
            };
            assertThat(outcomes(closing)).hasSize(1);
        }
    }

    @Nested
    class History {

        @Test
        void saysWhatWasChangedByWhom() {
            long id = keep.add(details(main, second), MAYA);
            long contact = ask(id);
            keep.change(id, file(id).version(), details(main), MAYA);
            keep.changeContact(id, contact, 0, new ContactDetails("Ida T.", "it@" + main, "+49 30 5550101"), MAYA);
            keep.close(id, file(id).version(), MAYA);
            assertThat(file(id).history())
                    .startsWith(
                            entry(id, null, new Change("state", "open", "closed")),
                            entry(id, "Ida T.", new Change("telephone", null, "+49 30 5550101")),
                            entry(id, "Ida T.", new Change("name", "Ida Toivonen", "Ida T.")),
                            entry(id, null, new Change("domain", second, null)))
                    .contains(entry(id, null, new Change("domain", null, second)))
                    .allSatisfy(entry -> assertThat(entry.person()).isEqualTo("Maya Ito"));
        }

        @Test
        void whatIsAsBeforeIsNoChange() {
            long id = keep.add(details(main, second), MAYA);
            var before = file(id);
            keep.change(id, before.version(), details(main, second), MAYA);
            assertThat(file(id)).isEqualTo(before);
        }

        private CustomerFile.Entry entry(long id, @Nullable String contact, Change change) {
            var at = file(id).history().stream()
                    .filter(entry -> entry.change().equals(change))
                    .findFirst()
                    .orElseThrow()
                    .at();
            return new CustomerFile.Entry(at, "Maya Ito", contact, change);
        }
    }

    private List<Long> outcomes(Callable<Long> change) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor
                    .invokeAll(IntStream.range(0, 4).mapToObj(i -> change).toList())
                    .stream()
                    .flatMap(outcome -> outcomeOf(outcome).stream())
                    .toList();
        }
    }

    /** Whoever came too late is told so, and nothing else. */
    private static List<Long> outcomeOf(Future<Long> outcome) {
        try {
            return List.of(outcome.get());
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfAny(DetailsRefused.class, ChangedMeanwhile.class, CustomerNotChanged.class);
            return List.of();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long ask(long customer) {
        return keep.addContact(customer, new ContactDetails("Ida Toivonen", "IT@" + main, ""), MAYA);
    }

    private CustomerFile file(long id) {
        return read.find(id).orElseThrow();
    }

    private CustomerDetails details(String main, String... others) {
        return details(tenant, main, others);
    }

    private CustomerDetails another(String main, String... others) {
        return details(UUID.randomUUID().toString(), main, others);
    }

    private CustomerDetails details(String tenantId, String main, String[] others) {
        return new CustomerDetails(
                tenantId, "Company " + own, main, List.of(others), "Northwind Cloud", "Business", "OWN", "de");
    }
}
