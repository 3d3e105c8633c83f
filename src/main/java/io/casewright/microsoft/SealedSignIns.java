package io.casewright.microsoft;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of what is kept of the partner's sign-in: one row, that of the consent in use. */
@Component
class SealedSignIns {

    private final JdbcClient database;
    private final Clock clock;

    SealedSignIns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param consent which consent it descends from */
    Optional<byte[]> of(String consent) {
        return database.sql("SELECT sealed FROM microsoft_sign_in WHERE consent = ?")
                .param(consent)
                .query(byte[].class)
                .optional();
    }

    /** Takes the place of what was there, of this or another consent; whatever becomes of the work that Microsoft was asked for. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(String consent, byte[] sealed) {
        database.sql("DELETE FROM microsoft_sign_in WHERE consent <> ?")
                .param(consent)
                .update();
        database.sql("""
                        INSERT INTO microsoft_sign_in (consent, sealed, renewed_at) VALUES (?, ?, ?) AS new
                        ON DUPLICATE KEY UPDATE sealed = new.sealed, renewed_at = new.renewed_at""")
                .params(consent, sealed, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
