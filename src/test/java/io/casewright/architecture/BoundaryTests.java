package io.casewright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.camunda.client.annotation.JobWorker;
import io.casewright.access.Reach;
import io.casewright.message.InternalNote;
import io.casewright.message.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(packages = "io.casewright", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTests {

    @ArchTest
    static final ArchRule modulesDoNotDependOnEachOtherInCircles =
            slices().matching("io.casewright.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainKnowsNothingOutward = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("..domain..")
                    .or(resideInAPackage("java.."))
                    // Only what makes a text of a text.
                    .or(resideInAPackage("io.casewright.platform.text.."))
                    .or(resideInAPackage("jakarta.persistence.."))
                    .or(resideInAPackage("org.hibernate.."))
                    .or(resideInAPackage("org.jspecify..")));

    @ArchTest
    static final ArchRule useCasesKnowNeitherWorkersNorWeb = noClasses()
            .that()
            .resideInAPackage("..application..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..process..", "..web..", "..pages..", "io.camunda..", "org.springframework.web..");

    @ArchTest
    static final ArchRule onlyWorkersAndTheEnginePlatformKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "..casefile.process..",
                    "..handoff.process..",
                    "..intake.process..",
                    "..knownissue.process..",
                    "..majorcase.process..",
                    "..plan.process..",
                    "..promise.process..",
                    "..satisfaction.process..",
                    "..solution.process..",
                    "..statement.process..",
                    "..task.process..",
                    "..platform.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.camunda..");

    @ArchTest
    static final ArchRule workersOnlyCallUseCases = noClasses()
            .that()
            .resideInAPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..persistence..", "..web..", "..pages..", "org.springframework.data..");

    @ArchTest
    static final ArchRule theWebCallsUseCasesAndNoTables = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..pages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..persistence..");

    @ArchTest
    static final ArchRule thePlatformKnowsNoBusiness = noClasses()
            .that()
            .resideInAPackage("..platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..access..",
                    "..casefile..",
                    "..customer..",
                    "..handoff..",
                    "..majorcase..",
                    "..message..",
                    "..servicehealth..");

    @ArchTest
    static final ArchRule whoIsLoggedInIsAskedWherePeopleComeIn = noClasses()
            .that()
            .resideOutsideOfPackages("..access..", "..pages..", "..web..", "..desk..", "..operations..")
            .should()
            // Whose cases are meant is a part of the question, whoever asks.
            .dependOnClassesThat(resideInAPackage("io.casewright.access..").and(not(type(Reach.class))));

    @ArchTest
    static final ArchRule whoComesInKnowsNoBusiness = noClasses()
            .that()
            .resideInAPackage("io.casewright.access..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.casewright..")
                    .and(resideOutsideOfPackages("io.casewright.access..", "io.casewright.platform..")));

    @ArchTest
    static final ArchRule onlyOneModuleKnowsHowPeopleLogIn = noClasses()
            .that()
            .resideOutsideOfPackage("io.casewright.access..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.security..");

    @ArchTest
    static final ArchRule tasksKnowNoBusiness = noClasses()
            .that()
            .resideInAPackage("io.casewright.task..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.casewright..")
                    .and(resideOutsideOfPackages("io.casewright.task..", "io.casewright.platform..")));

    @ArchTest
    static final ArchRule nobodyDependsOnHandOffs = noClasses()
            .that()
            .resideOutsideOfPackage("..handoff..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..handoff..");

    @ArchTest
    static final ArchRule nobodyKnowsTheDesk = noClasses()
            .that()
            .resideOutsideOfPackage("..desk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..desk..");

    @ArchTest
    static final ArchRule nobodyKnowsOperations = noClasses()
            .that()
            .resideOutsideOfPackage("..operations..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..operations..");

    @ArchTest
    static final ArchRule theLineToMicrosoftKnowsNoBusiness = noClasses()
            .that()
            .resideInAPackage("io.casewright.microsoft..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.casewright..")
                    .and(resideOutsideOfPackages("io.casewright.microsoft..", "io.casewright.platform..")));

    @ArchTest
    static final ArchRule onlyTheLineSignsInAtMicrosoft = noClasses()
            .that()
            .resideOutsideOfPackage("io.casewright.microsoft..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.azure..", "com.microsoft.aad..");

    @ArchTest
    static final ArchRule onlyAdaptersCallDesks = noClasses()
            .that()
            .resideOutsideOfPackage("..handoff.client..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..handoff.client..");

    @ArchTest
    static final ArchRule messagesKnowNoOtherBusiness = noClasses()
            .that()
            .resideInAPackage("io.casewright.message..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.casewright..")
                    .and(resideOutsideOfPackages("io.casewright.message..", "io.casewright.platform..")));

    @ArchTest
    static final ArchRule noInternalNoteComesNearALetter = noClasses()
            .that()
            .resideInAPackage("io.casewright.message..")
            .and()
            .doNotBelongToAnyOf(Messages.class, InternalNote.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(InternalNote.class);

    @ArchTest
    static final ArchRule serviceHealthKnowsNoOtherBusiness = noClasses()
            .that()
            .resideInAPackage("..servicehealth..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..casefile..", "..customer..");

    @ArchTest
    static final ArchRule subscriptionsAndInvoicesKnowNoOtherBusiness = noClasses()
            .that()
            .resideInAnyPackage("..subscription..", "..invoice..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..casefile..", "..customer..", "..handoff..", "..message..");

    @ArchTest
    static final ArchRule readingATextNeedsNoOtherModule = noClasses()
            .that()
            .resideInAPackage("..triage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..casefile..", "..customer..", "..platform..");

    @ArchTest
    static final ArchRule nobodyKnowsTheMajorCase = noClasses()
            .that()
            .resideOutsideOfPackage("..majorcase..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..majorcase..");

    @ArchTest
    static final ArchRule theMajorCaseReadsCasesThroughTheirUseCases = noClasses()
            .that()
            .resideInAPackage("..majorcase..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..casefile.persistence..", "..casefile.process..", "..casefile.web..");

    @ArchTest
    static final ArchRule onlyTheReaderKnowsTheLanguageLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("..triage..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("opennlp..");

    @ArchTest
    static final ArchRule onlyTheCalendarKnowsTheLibraryOfHolidays = noClasses()
            .that()
            .resideOutsideOfPackage("io.casewright.calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.focus_shift..");

    @ArchTest
    static final ArchRule controllersAreNobodysApi = classes()
            .that()
            .resideInAnyPackage(
                    "..casefile.web..",
                    "..casefile.pages..",
                    "..minutes.web..",
                    "..minutes.pages..",
                    "..openinghours.pages..",
                    "..promise.web..",
                    "..plan.web..",
                    "..plan.pages..",
                    "..report.pages..",
                    "..report.web..",
                    "..satisfaction.pages..",
                    "..statement.pages..",
                    "..statement.web..",
                    "..desk.pages..",
                    "..operations.pages..")
            .and()
            // By which the addresses of other modules name a case that their caller may see.
            .areNotAnnotations()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule thePagesAndTheRestInterfaceAreApart = noClasses()
            .that()
            .resideInAPackage("..casefile.pages..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..web");

    @ArchTest
    static final ArchRule workersAreNobodysApi = noClasses()
            .that()
            .resideOutsideOfPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.casewright..process..");

    @ArchTest
    static final ArchRule theEnginesClientCanCallEveryWorker = methods()
            .that()
            .areAnnotatedWith(JobWorker.class)
            .should()
            .bePublic()
            .andShould()
            .beDeclaredInClassesThat()
            .arePublic();

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("..platform.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule dependenciesComeThroughTheConstructor =
            fields().should().notBeAnnotatedWith(Autowired.class);
}
