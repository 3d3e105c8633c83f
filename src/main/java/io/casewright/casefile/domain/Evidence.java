package io.casewright.casefile.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Something that was checked, tried or seen. Evidence is only ever added. */
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
public class Evidence {

    /** What it proves; a hand-off asks for some of these. */
    public enum Kind {
        HEALTH_CHECK,
        TROUBLESHOOTING,
        SCOPE,
        IMPACT,
        REPRODUCTION,
        OTHER_CUSTOMERS,
        COMMERCIAL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long caseId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String text;
    private @Nullable String role;
    private @Nullable String recordedBy;
    private Instant recordedAt;
    private String stepKey;

    protected Evidence() {}

    Evidence(
            long caseId,
            Kind kind,
            String text,
            @Nullable String role,
            @Nullable String recordedBy,
            Instant recordedAt,
            Step step) {
        this.caseId = caseId;
        this.kind = kind;
        this.text = text;
        this.role = role;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
        this.stepKey = step.key();
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    /** The role under which it was found out, where one was needed. */
    public @Nullable String role() {
        return role;
    }

    public @Nullable String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
