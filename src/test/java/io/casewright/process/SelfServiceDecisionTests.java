package io.casewright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which article is suggested to the customer, if any. */
class SelfServiceDecisionTests {

    @RegisterExtension
    static final EngineHarness ENGINE = new EngineHarness();

    private final Decision selfService = new Decision(ENGINE, "selfService");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # category   | product    | topics         | facts that hold | remit       | article
            technical    | entra      | device login   |                 | inside      | Manage authentication methods of a user
            technical    | power-bi   | report         |                 | inside      | Troubleshoot refresh scenarios
            technical    | power-bi   | report         | serviceFault    | inside      |
            technical    | exchange   | mail spam      | ownChange       | inside      | Set up SPF for your domain
            technical    | exchange   | calendar       | howToQuestion   | inside      | Give mailbox permissions to another user
            technical    | exchange   | mail question  | howToQuestion   | inside      | Create a shared mailbox
            technical    | exchange   | mail           | workStopped     | inside      |
            technical    | teams      | call slow      | workHindered    | inside      | Troubleshoot poor call quality
            technical    | sharepoint | changed file   | ownChange       | inside      | Restore deleted sites
            technical    | m365       | login          |                 | inside      | Reset passwords
            technical    | m365       | login          |                 | scam        |
            billing      | azure      | charge invoice |                 | inside      | Common cost analysis uses
            billing      | m365       | charge invoice |                 | inside      |
            subscription | m365       | assign seat    |                 | inside      | Assign licences to users
            subscription | m365       | seat           |                 | inside      |
            technical    | unknown    |                |                 | inside      |
            """)
    void suggests(String category, String family, String topics, String holding, String remit, String article) {
        List<String> mentioned = topics == null ? List.of() : List.of(topics.split(" "));
        var result = selfService.evaluate(Map.of(
                "category",
                category,
                "remit",
                remit,
                "facts",
                Decision.facts(holding, Map.of("productFamily", family, "topics", mentioned))));
        assertThat(result.get("selfServiceTitle")).isEqualTo(article);
        if (article == null) {
            assertThat(result.get("selfServiceLink")).isNull();
        } else {
            assertThat((String) result.get("selfServiceLink")).startsWith("https://learn.microsoft.com/");
        }
    }
}
