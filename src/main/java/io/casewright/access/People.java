package io.casewright.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Tells the person behind a login or a token. */
@Component
class People {

    private final AccessSettings settings;

    People(AccessSettings settings) {
        this.settings = settings;
    }

    Optional<Person> of(@Nullable Authentication authentication) {
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case LocalUser user -> Optional.of(user.person());
            case ClaimAccessor said ->
                Optional.of(new Claims(said.getClaims()).person(settings.rolesClaim(), settings.queuesClaim()));
            case null, default -> Optional.empty();
        };
    }
}
