package io.casewright.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which role suffices at least for which work, and which other roles do as well. */
class LeastRolesTests {

    private final Roles roles = new Roles();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOOK_INTO           | Exchange Online             | Global Reader
            LOOK_INTO           | Outlook                     | Global Reader
            LOOK_INTO           | SharePoint Online           | Global Reader
            LOOK_INTO           | OneDrive for Business       | Global Reader
            LOOK_INTO           | Microsoft Teams             | Global Reader
            LOOK_INTO           | Microsoft Intune            | Global Reader
            LOOK_INTO           | Power BI Pro                | Fabric Administrator
            LOOK_INTO           | PowerBI                     | Fabric Administrator
            LOOK_INTO           | Power Automate              | Power Platform Administrator
            LOOK_INTO           | Power-Apps per user         | Power Platform Administrator
            LOOK_INTO           | Power Pages                 | Power Platform Administrator
            LOOK_INTO           | Microsoft Power Platform    | Power Platform Administrator
            LOOK_INTO           | PowerPoint                  | Service Support Administrator
            LOOK_INTO           | Power Point for the web     | Service Support Administrator
            LOOK_INTO           | Business Central            | Dynamics 365 Business Central Administrator
            LOOK_INTO           | Dynamics 365 Sales          | Dynamics 365 Administrator
            LOOK_INTO           | Entra ID                    | Global Reader
            LOOK_INTO           | Azure AD                    | Global Reader
            LOOK_INTO           | Azure Active Directory P1   | Global Reader
            LOOK_INTO           | Azure AD Connect            | Global Reader
            LOOK_INTO           | Azure Advisor               | Directory Readers
            LOOK_INTO           | E-Mail                      | Global Reader
            LOOK_INTO           | Defender for Office 365     | Security Reader
            LOOK_INTO           | Purview                     | Compliance Administrator
            LOOK_INTO           | Azure virtual machines      | Directory Readers
            LOOK_INTO           |                             | Service Support Administrator
            READ_LICENCES       | Exchange Online             | Directory Readers
            ASSIGN_LICENCE      | Microsoft 365               | License Administrator
            RESET_PASSWORD      | Microsoft Teams             | Password Administrator
            RESET_MFA           |                             | Authentication Administrator
            MAIL_FLOW           | Exchange Online             | Exchange Administrator
            MESSAGE_TRACE       | Exchange Online             | Exchange Recipient Administrator
            CALL_QUALITY        | Microsoft Teams             | Teams Communications Support Engineer
            CONDITIONAL_ACCESS  |                             | Conditional Access Administrator
            READ_SERVICE_HEALTH |                             | Service Support Administrator
            MANAGE_TICKETS      | Dynamics 365 Sales          | Service Support Administrator
            AZURE_TICKET        | Azure                       | Directory Readers
            """)
    void sufficesAtLeast(SupportAction action, @Nullable String product, String role) {
        assertThat(roles.leastFor(action, product)).isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            RESET_PASSWORD | User Administrator, Helpdesk Administrator                        | Helpdesk Administrator
            RESET_PASSWORD | Exchange Administrator                                            | -
            RESET_MFA      | Privileged Authentication Administrator                           | Privileged Authentication Administrator
            MESSAGE_TRACE  | Exchange Administrator                                            | Exchange Administrator
            AZURE_TICKET   | Teams Administrator                                               | Teams Administrator
            AZURE_TICKET   | Teams Administrator, Directory Readers                            | Directory Readers
            """)
    void ofSeveralThatAreGrantedTheOneWithTheLeastPrivilegesIsUsed(
            SupportAction action, String granted, @Nullable String used) {
        Set<String> given = new TreeSet<>(Arrays.asList(granted.split(", ")));
        assertThat(roles.leastOf(given, action, null).orElse(null)).isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Exchange Online | Exchange Administrator                                | Exchange Administrator
            Exchange Online | Exchange Administrator, Global Reader                 | Global Reader
            SharePoint      | SharePoint Administrator, Global Reader               | Global Reader
            Teams           | Teams Administrator                                   | Teams Administrator
            Intune          | Teams Administrator                                   | -
            Power BI        | Global Reader                                         | -
            Azure           | Exchange Administrator, Service Support Administrator | Service Support Administrator
            Azure           | Authentication Administrator, Reports Reader          | Reports Reader
            Azure           | Global Administrator                                  | -
            """)
    void toLookTheRoleThatMayChangeTheLeastIsUsed(String product, String granted, @Nullable String used) {
        Set<String> given = new TreeSet<>(Arrays.asList(granted.split(", ")));
        assertThat(roles.leastOf(given, SupportAction.LOOK_INTO, product).orElse(null))
                .isEqualTo(used);
    }

    @Test
    void eachLineOfTheTableOfActionsNamesItsRolesByTheirRank() {
        List<String> ranked = TabbedFile.read("customer/roles.tsv").stream()
                .map(columns -> columns.get(0))
                .toList();
        assertThat(TabbedFile.read("customer/least-roles.tsv"))
                .allSatisfy(columns -> assertThat(
                                Arrays.stream(columns.get(2).split(", ")).filter(ranked::contains))
                        .isSortedAccordingTo(Comparator.comparingInt(ranked::indexOf)));
    }

    @Test
    void noRoleAtAllSufficesForNothing() {
        assertThat(roles.leastOf(Set.of(), SupportAction.AZURE_TICKET, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyActionHasALeastRoleThatMicrosoftKnowsAndSupportMayUse(SupportAction action) {
        String role = roles.leastFor(action, null);
        assertThat(roles.nameOf(roles.idOf(role))).contains(role);
        assertThat(roles.isRefused(role)).isFalse();
    }

    @Test
    void everyRoleOfTheTableOfActionsIsAMicrosoftRole() {
        assertThat(TabbedFile.read("customer/least-roles.tsv").stream()
                        .flatMap(columns -> Arrays.stream(columns.get(2).split(", ")))
                        .filter(role -> !role.equals("*")))
                .allMatch(roles::isKnown)
                .noneMatch(roles::isRefused);
    }

    @ParameterizedTest
    @CsvSource({"Global Administrator", "Privileged Role Administrator"})
    void supportNeverWorksWithThePowerToDoEverything(String role) {
        assertThat(roles.isRefused(role)).isTrue();
        assertThat(roles.usable()).doesNotContain(role).hasSizeGreaterThan(20);
    }

    @Test
    void idsAreToldApart() {
        List<String> ids = TabbedFile.read("customer/roles.tsv").stream()
                .map(columns -> columns.get(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertThat(roles.nameOf("F023FD81-A637-4B56-95FD-791AC0226033")).contains("Service Support Administrator");
        assertThat(roles.nameOf("00000000-0000-0000-0000-000000000000")).isEmpty();
    }
}
