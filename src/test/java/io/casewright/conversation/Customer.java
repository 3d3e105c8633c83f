package io.casewright.conversation;

import io.casewright.casefile.application.CaseRequest;
import io.casewright.casefile.application.CaseRequest.ContactPerson;
import io.casewright.casefile.domain.Category;
import io.casewright.casefile.domain.Severity;
import java.util.List;
import java.util.Random;

/** Who asks, and in which ways. */
record Customer(String domain, String name, String email) {

    private static final List<Customer> ALL = List.of(
            new Customer("contoso.example", "Ida Toivonen", "it@contoso.example"),
            new Customer("adatum.example", "Greta Baumann", "it@adatum.example"),
            new Customer("fabrikam.example", "Sara Lindqvist", "it@fabrikam.example"),
            new Customer("proseware.example", "Élodie Marchand", "it@proseware.example"));
    private static final List<String> PRODUCTS =
            List.of("Exchange Online", "SharePoint Online", "Azure Virtual Machines", "Microsoft 365");

    /** What one of them asks for first. */
    static CaseRequest request(Memory memory, Random random) {
        var customer = oneOf(ALL, random);
        return new CaseRequest(
                customer.domain,
                new ContactPerson(customer.name, customer.email, null),
                "It fails since today, number " + memory.seed,
                "Two of us cannot go on with %s at all.".formatted(memory.words.ofCustomer()),
                oneOf(PRODUCTS, random),
                null,
                oneOf(List.of(Category.values()), random),
                random.nextInt(4) == 0 ? null : oneOf(List.of(Severity.values()), random),
                null,
                null,
                null,
                null);
    }

    /** Something that a customer writes, with what a person has to do about it. */
    enum Tone {
        THANKS("Thank you very much!\n> %s"),
        THANKS_AND_MORE("Thanks, only %s remains"),
        AUTOMATIC("I read my mail again on Monday, %s"),
        MATTER("The trouble %s goes on here");

        private final String text;

        Tone(String text) {
            this.text = text;
        }

        static Tone any(Random random) {
            int drawn = random.nextInt(10);
            return drawn < 3 ? values()[drawn] : MATTER;
        }

        String with(String mark) {
            return text.formatted(mark);
        }

        /** Whether a person has to see it. */
        boolean isForPerson(boolean hasEnded) {
            return switch (this) {
                case AUTOMATIC -> false;
                case THANKS -> !hasEnded;
                case THANKS_AND_MORE, MATTER -> true;
            };
        }
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
