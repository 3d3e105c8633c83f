package io.casewright.microsoft;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import io.casewright.platform.text.Fingerprint;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps the partner's sign-in beyond a restart, with the refresh token that Microsoft renews at each use: sealed, in the
 * database. Without a key nothing is kept. What descends from another consent than the configured one is never taken.
 */
@Component
class KeptSignIn implements ITokenCacheAccessAspect {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSignIn.class);

    private final SealedSignIns table;
    private final String consent;
    private final @Nullable TokenSeal seal;
    private boolean taken;

    /** @throws IllegalArgumentException when the key cannot be used: better now than at the first renewal */
    KeptSignIn(MicrosoftSettings settings, SealedSignIns table) {
        this.table = table;
        this.consent = Fingerprint.of(String.join(
                "\n",
                settings.partnerTenant(),
                settings.clientId(),
                settings.refreshToken().value()));
        this.seal = settings.tokenKey().isBlank() ? null : new TokenSeal(settings.tokenKey());
    }

    /** Once, before the first use; from then on the library knows better. */
    @Override
    public synchronized void beforeCacheAccess(ITokenCacheAccessContext access) {
        if (seal != null && !taken) {
            kept(seal).ifPresent(access.tokenCache()::deserialize);
            taken = true;
        }
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext access) {
        if (seal == null || !access.hasCacheChanged()) {
            return;
        }
        try {
            table.keep(consent, seal.seal(access.tokenCache().serialize(), consent));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn(
                    "The renewed sign-in of the partner could not be kept ({}); it works on, and is kept at its next renewal.",
                    e.getClass().getSimpleName());
        }
    }

    private Optional<String> kept(TokenSeal seal) {
        return table.of(consent).flatMap(row -> {
            try {
                return Optional.of(seal.open(row, consent));
            } catch (AEADBadTagException e) {
                LOG.warn(
                        "The kept sign-in of the partner does not open with CASEWRIGHT_MICROSOFT_TOKEN_KEY; the configured"
                                + " refresh token is used instead, and what comes of it takes the place of the kept one. Where"
                                + " Microsoft refuses it, set the former key again, or consent anew.");
                return Optional.empty();
            }
        });
    }
}
