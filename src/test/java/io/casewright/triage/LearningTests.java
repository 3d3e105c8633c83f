package io.casewright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.casewright.solution.LearnFromClosedCases;
import io.casewright.solution.LearnFromClosedCases.Result;
import io.casewright.testkit.CasewrightTest;
import io.casewright.testkit.ClosedCases;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From closed cases to a reader that every instance uses, on the real database. */
@CasewrightTest
class LearningTests {

    private static final RequestText ZORBIX =
            new RequestText("Zorbix", "The zorbix quota for the plonk must be looked at.", null, null);
    private static final ReadingFigures NO_FIGURES = new ReadingFigures(0, 0, 0, 0);

    /** Learned once, since it takes seconds and is always the same. */
    private static Optional<StoredModel> learnedOfNone = Optional.empty();

    @Autowired
    ClosedCases closedCases;

    @Autowired
    LearnFromClosedCases learnFromClosedCases;

    @Autowired
    Learning learning;

    @Autowired
    ReadingModels models;

    @Autowired
    ReadingModelWatch watch;

    @Autowired
    RequestReader reader;

    @Autowired
    JdbcClient database;

    @BeforeEach
    @AfterEach
    void asShipped() {
        closedCases.forgetAll();
        watch.look();
    }

    @Test
    void needsEnoughCasesThatAgentsJudged() {
        for (int i = 1; i < LearnFromClosedCases.LEAST; i++) {
            closedCases.judged("SUBSCRIPTION", "Zorbix", "The zorbix quota number " + i);
        }
        closedCases.unjudged("SUBSCRIPTION", "Zorbix", "The zorbix quota that nobody looked at");
        assertThat(learnFromClosedCases.learn()).isEqualTo(new Result.TooFew(LearnFromClosedCases.LEAST - 1));
        assertThat(models.versions()).isEmpty();
    }

    @Test
    void readsAsAgentsJudgedHereAndInEveryOtherInstance() {
        var other = new RequestReader();
        var otherWatch = new ReadingModelWatch(models, other);
        otherWatch.afterSingletonsInstantiated();
        var shipped = other.read(ZORBIX);
        assertThat(shipped.suggestedCategory()).isNotEqualTo(SupportType.SUBSCRIPTION);

        int version = learnZorbix();
        assertThat(watch.inUse()).isEqualTo(version);
        assertThat(reader.read(ZORBIX).suggestedCategory()).isEqualTo(SupportType.SUBSCRIPTION);
        otherWatch.look();
        assertThat(other.read(ZORBIX)).isEqualTo(reader.read(ZORBIX));
        other.forgetOwnCases();
        assertThat(other.read(ZORBIX)).isEqualTo(shipped);
        // As after a restart.
        new ReadingModelWatch(models, other).afterSingletonsInstantiated();
        assertThat(other.read(ZORBIX)).isEqualTo(reader.read(ZORBIX));
    }

    @Test
    void checksOnCasesThatItNeverLearnsFrom() {
        zorbixCases();
        var learned = (Result.Learned) learnFromClosedCases.learn();
        var outcome = learned.outcome();
        assertThat(learned.learnedFrom() + outcome.learned().ownOf()).isEqualTo(40);
        assertThat(outcome.learned().ownOf()).isBetween(6, 10);
        assertThat(outcome.before().ownRight()).isLessThan(outcome.learned().ownRight());
        assertThat(outcome.learned().repositoryOf()).isGreaterThanOrEqualTo(30);
        assertThat(outcome.learned().repositoryRight())
                .isGreaterThanOrEqualTo(outcome.before().repositoryRight());
        var again = ((Result.Learned) learnFromClosedCases.learn()).outcome();
        assertThat(again.versionBefore()).isEqualTo(outcome.version().orElseThrow());
        assertThat(again.before()).as("the same cases are kept aside").isEqualTo(outcome.learned());
    }

    @Test
    void doesNotUseWhatReadsWorse() {
        for (LabelledText each : Learning.repositoryHeldOut()) {
            var wrong = each.category() == SupportType.TECHNICAL ? SupportType.BILLING : SupportType.TECHNICAL;
            closedCases.judged(wrong.name(), each.text().subject(), each.text().description());
        }
        var outcome = ((Result.Learned) learnFromClosedCases.learn()).outcome();
        assertThat(outcome.learned().repositoryRight())
                .isLessThan(outcome.before().repositoryRight());
        assertThat(outcome.version()).isEmpty();
        assertThat(models.versions()).isEmpty();
        assertThat(watch.inUse()).isEqualTo(ReadingModelWatch.SHIPPED);
    }

    @Test
    void putsTheOneBeforeBack() {
        var shipped = reader.read(ZORBIX);
        int first = keptOfNone();
        int second = keptOfNone();
        watch.look();
        assertThat(watch.inUse()).isEqualTo(second);
        assertThat(learning.putBack()).contains(new Learning.Withdrawal(second, first));
        assertThat(watch.inUse()).isEqualTo(first);
        assertThat(learning.putBack()).contains(new Learning.Withdrawal(first, ReadingModelWatch.SHIPPED));
        assertThat(reader.read(ZORBIX)).isEqualTo(shipped);
        assertThat(learning.putBack()).isEmpty();
    }

    @Test
    void keepsNothingThatNamesACustomer() {
        for (int i = 0; i < 40; i++) {
            closedCases.judged("SUBSCRIPTION", "Zorbix", "The zorbix quota of Ida Toivonen at Contoso, please " + i);
        }
        int version = ((Result.Learned) learnFromClosedCases.learn())
                .outcome()
                .version()
                .orElseThrow();
        assertThat(new String(models.load(version).bytes(), StandardCharsets.ISO_8859_1))
                .contains("w=zorbix")
                .doesNotContain("toivonen")
                .doesNotContain("contoso");
    }

    @Test
    void isLearnedAnewWhenTheRepositorysTextsAreOthers() {
        int learned = keptOfNone();
        watch.look();
        assertThat(watch.inUse()).isEqualTo(learned);
        database.sql("UPDATE reading_model SET shipped = ?")
                .param("0".repeat(64))
                .update();
        watch.look();
        assertThat(watch.inUse()).isEqualTo(ReadingModelWatch.SHIPPED);
    }

    enum Damage {
        ALTERED {
            @Override
            StoredModel of(StoredModel good) {
                byte[] bytes = good.bytes().clone();
                bytes[bytes.length / 2] ^= 1;
                return new StoredModel(bytes, good.checksum());
            }
        },
        CUT_OFF {
            @Override
            StoredModel of(StoredModel good) {
                return whole(Arrays.copyOf(good.bytes(), good.bytes().length / 2));
            }
        },
        EMPTY {
            @Override
            StoredModel of(StoredModel good) {
                return whole(new byte[0]);
            }
        },
        SOMETHING_ELSE {
            @Override
            StoredModel of(StoredModel good) {
                return whole("no model at all".getBytes(StandardCharsets.UTF_8));
            }
        },
        OTHER_OUTCOMES {
            @Override
            StoredModel of(StoredModel good) throws IOException {
                var features = Features.of(CleanText.of("some words"), Set.of());
                var examples = List.of(
                        new Classifier.Example(features, "YES"),
                        new Classifier.Example(features, "YES"),
                        new Classifier.Example(features, "NO"));
                var bytes = new ByteArrayOutputStream();
                try (var out = new DataOutputStream(bytes)) {
                    out.writeUTF("casewright-categories-1");
                    Classifier.train(examples, 0.1).write(out);
                }
                return whole(bytes.toByteArray());
            }
        },
        TOO_LARGE {
            @Override
            StoredModel of(StoredModel good) {
                return whole(Arrays.copyOf(good.bytes(), StoredModel.MOST_BYTES + 1));
            }
        };

        abstract StoredModel of(StoredModel good) throws IOException;

        private static StoredModel whole(byte[] bytes) {
            return new StoredModel(bytes, StoredModel.sha256(bytes));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesDamagedDataAndStaysWithWhatItHad(Damage damage) throws IOException {
        int good = keptOfNone();
        watch.look();
        int damaged = models.keep(damage.of(models.load(good)), 40, NO_FIGURES, Instant.EPOCH);
        watch.look();
        watch.look();
        assertThat(watch.inUse()).isEqualTo(good);
        var restarted = new ReadingModelWatch(models, reader);
        restarted.afterSingletonsInstantiated();
        assertThat(restarted.inUse()).isEqualTo(good);
        assertThat(reader.read(ZORBIX).suggestedCategory()).isNotNull();
        assertThat(learning.putBack()).contains(new Learning.Withdrawal(damaged, good));
    }

    private int keptOfNone() {
        return models.keep(learnedOfNone.orElseGet(this::learnOfNone), 0, NO_FIGURES, Instant.EPOCH);
    }

    private StoredModel learnOfNone() {
        learnedOfNone = Optional.of(StoredModel.of(reader.learnCategories(List.of())));
        return learnedOfNone.orElseThrow();
    }

    private int learnZorbix() {
        zorbixCases();
        return ((Result.Learned) learnFromClosedCases.learn())
                .outcome()
                .version()
                .orElseThrow();
    }

    private void zorbixCases() {
        for (int i = 0; i < 40; i++) {
            closedCases.judged("SUBSCRIPTION", "Zorbix " + i, "The zorbix quota for the plonk has to be changed.");
        }
    }
}
