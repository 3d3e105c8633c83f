package io.casewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What use cases, checks and pages say to whoever works on cases has its German; the English stands where it is said. */
class SentencesTests {

    private static final Path SOURCES = Path.of("src/main/java/io/casewright");

    /** Where sentences for people at the Desk are said. */
    private static final List<String> SPEAKERS = List.of(
            "access/{LoggedOutController,LoginAnswers,LoginLimit,LoginServer,PublicDoors}.java",
            "casefile/application/{AgentText,CaseRequest,CheckDelegatedAccess,FollowingCase,HandOffCase,HandedOffCase,LogCall,LookUpInvoices}.java",
            "casefile/application/{LookUpSubscriptions,OwnWords,PerformAction,ReadInvoice,RecordApproval,RecordDiagnosis,RecordReading}.java",
            "casefile/application/{RecordResolution,RecordTriage,RequestAccess,RunCheck,SplitCase,TakeBackAccess,UnknownRequester,UsedRole}.java",
            "casefile/application/{WhyAgain,WriteToCustomer}.java",
            "knownissue/application/WatchKnownIssue.java",
            "knownissue/process/*.java",
            "casefile/domain/{NotPossibleNow,PlannedAction}.java",
            "casefile/pages/*.java",
            "attachment/*.java",
            "casefile/process/*.java",
            "charge/application/BookTime.java",
            "charge/domain/TypedTime.java",
            "customer/{AccessRequests,ChangedMeanwhile,Contact,ContactDetails,Customer,CustomerCsv,CustomerDetails,CustomerNotChanged}.java",
            "customer/{CustomerSteps,DelegatedAccess,DetailsCheck,EndAccess,ImportRows,PartnerCenterCustomers,ProposeFromPartnerCenter}.java",
            "desk/application/{AskColleague,DeskRights,ReadTaskForm,TakeCall,TaskNotDone,WorkOnTask}.java",
            "desk/pages/*.java",
            "handoff/application/{AnswerVendor,CancelTickets,FileTicket,FollowTicket,PreparedTicket,TakeDeskTicket,TicketStanding,TicketWords}.java",
            "handoff/process/*.java",
            "intake/{application,domain,pages}/*.java",
            "mail/Shortfall.java",
            "majorcase/application/{ConfirmMajorCase,SendUpdate}.java",
            "message/MailTrouble.java",
            "oncall/{application,client}/*.java",
            "openinghours/{application,domain,pages}/*.java",
            "participant/*.java",
            "plan/{application,domain,pages,process}/*.java",
            "prepaid/application/{BuyPackages,TellLowBalance}.java",
            "prepaid/domain/TypedPurchase.java",
            "prepaid/pages/*.java",
            "promise/application/{MeasureAnew,NotePassing,PromiseNames,RecordBreach,ShowBreach}.java",
            "promise/{pages,process}/*.java",
            "satisfaction/{application,process}/*.java",
            "statement/{application,pages,process}/*.java",
            "caselink/pages/*.java",
            "platform/engine/{TaskUnanswered,UserTasks}.java",
            "platform/pages/*.java",
            "platform/text/*.java",
            "satisfaction/application/UnhappyCustomers.java",
            "report/pages/ReportFaults.java",
            "site/{application,domain}/*.java",
            "retention/{EraseContact,LegalHold,LegalHolds}.java",
            "task/{CheckForm,FormField,SignedAnswers}.java");

    /** What only a log or a program reads, and parts of sentences that stand among the translations whole. */
    private static final Set<String> NOT_SAID = Set.of(
            "A letter of case x7 waits: the mail server was out of reach a moment ago",
            "A letter of case x7 was not taken by the mail server (x7); it is tried again",
            // In a mail to one of the partner's own people.
            "Say that you are on it: x7\nUntil you do, the next person is called in a few minutes.",
            // The German stands beside it, or among the translations with each severity.
            "Every day",
            "Zeit am Standort des Kunden",
            "First response, x7",
            "Next update, x7",
            "Ask for it to be handed back, or assign it to yourself",
            "The letter x7 was not taken by the mail server (x7); it is tried again",
            "The login was not finishedx7, perhaps because it was begun in another tab or took too long.",
            "What comes of it: there is no solution to take back, the case stands at “x7”; x7.",
            "What you typed is kept as your draft; ask who has it to hand it back",
            "You are not logged in. Open /cases to log in.",
            "is that of x7x7");

    private static final Pattern GAP = Pattern.compile("\\{\\d\\*?}");

    private static final List<Known> KNOWN = Stream.of("forms", "sentences")
            .flatMap(file -> PageWords.pairs(file).stream())
            .map(pair -> Known.of(pair.getFirst().replace("\\n", "\n")))
            .toList();

    @Test
    void eachSentenceHasItsGerman() {
        assertThat(said())
                .hasSizeGreaterThan(150)
                .filteredOn(said -> !isKnown(said) && !NOT_SAID.contains(said))
                .isEmpty();
    }

    @Test
    void oneWithoutGermanIsFound() {
        assertThat(isKnown("There is no task x7.")).isTrue();
        assertThat(isKnown("There is no task x7, and nobody knows why.")).isFalse();
        assertThat(isKnown("Nobody translated x7.")).isFalse();
    }

    /** Also beginnings of one that is put together while it is said, and a label with what is wrong behind it. */
    private static boolean isKnown(String said) {
        int colon = said.indexOf(": ");
        return isOne(said)
                || (said.endsWith(".") && isOne(said.substring(0, said.length() - 1)))
                || (colon > 0 && isOne(said.substring(0, colon)) && isKnownOrSaidThere(said.substring(colon + 2)));
    }

    private static boolean isKnownOrSaidThere(String problem) {
        return problem.isEmpty() || problem.equals(SaidInCode.SAMPLE + ".") || isKnown(problem);
    }

    private static boolean isOne(String said) {
        return KNOWN.stream().anyMatch(known -> known.isOf(said));
    }

    private static Set<String> said() {
        return SaidInCode.in(SPEAKERS.stream()
                .map(speakers -> FileSystems.getDefault().getPathMatcher("glob:" + SOURCES + "/" + speakers))
                .flatMap(speakers -> PageWords.files(SOURCES, ".java").stream().filter(speakers::matches))
                .collect(Collectors.toList()));
    }

    /** An English sentence that has its German. */
    private record Known(String sample, Pattern pattern, boolean isNarrow) {

        static Known of(String english) {
            return new Known(
                    GAP.matcher(english).replaceAll(SaidInCode.SAMPLE),
                    Pattern.compile(GAP.splitAsStream(english + "\n")
                            .map(Pattern::quote)
                            .collect(Collectors.joining("\\S+?"))),
                    // Not what nearly everything fits into.
                    GAP.matcher(english).replaceAll("").length() > 8);
        }

        boolean isOf(String said) {
            return sample.startsWith(said)
                    || (isNarrow && pattern.matcher(said + "\n").matches());
        }
    }
}
