package io.casewright.majorcase.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A case that shows a major case; a child of it from the moment it joined. A case belongs to one major case at most. */
@Entity
@SuppressWarnings("NullAway.Init")
public class MajorCaseChild {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    private long majorCaseId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String caseNumber;

    private @Nullable Instant announcedAt;
    private @Nullable Instant joinedAt;
    private @Nullable Instant leftOutAt;

    protected MajorCaseChild() {}

    public MajorCaseChild(MajorCaseNumber majorCase, String caseNumber) {
        this.majorCaseId = majorCase.id();
        this.caseNumber = caseNumber;
    }

    /** The process was told of it. */
    public void announce(Instant now) {
        announcedAt = now;
    }

    /** Whether it waits for its adoption and the process was not told, or long ago. */
    public boolean isToBeAnnounced(Instant toldBefore) {
        return joinedAt == null && leftOutAt == null && (announcedAt == null || announcedAt.isBefore(toldBefore));
    }

    /** It was adopted. */
    public void join(Instant now) {
        joinedAt = now;
    }

    public boolean hasJoined() {
        return joinedAt != null;
    }

    /** A duty manager holds it to be another trouble: it goes on alone, and is not proposed again. */
    public void leaveOut(Instant now) {
        leftOutAt = now;
    }

    public boolean isLeftOut() {
        return leftOutAt != null;
    }

    public String caseNumber() {
        return caseNumber;
    }
}
