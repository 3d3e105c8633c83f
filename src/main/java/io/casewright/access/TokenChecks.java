package io.casewright.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** What a token must be, beside signed by the issuer and valid now: an access token, for this interface, of somebody. */
final class TokenChecks {

    /** Code of the refusals that are worded for who made the token. */
    static final String TOLD = "casewright";

    private static final int LONGEST_SUBJECT = 190;
    private static final Set<String> ACCESS_TOKENS = Set.of("jwt", "at+jwt", "application/at+jwt");
    /** Only what is issued to who logged in has these (OpenID Connect Core 1.0, section 3). */
    private static final List<String> OF_ID_TOKENS = List.of("nonce", "at_hash", "c_hash");

    private TokenChecks() {}

    static OAuth2TokenValidator<Jwt> of(AccessSettings settings) {
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithValidators(new JwtIssuerValidator(settings.issuer())),
                check(TokenChecks::isAccessToken, "This is no access token."),
                check(
                        token -> token.getAudience() != null
                                && token.getAudience().contains(settings.audience()),
                        "This token is for somebody else: its audience must be " + settings.audience() + "."),
                check(TokenChecks::saysWhose, "This token does not say whose it is."));
    }

    private static OAuth2TokenValidator<Jwt> check(Predicate<Jwt> condition, String otherwise) {
        return token -> condition.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(TOLD, otherwise, null));
    }

    private static boolean isAccessToken(Jwt token) {
        Object type = token.getHeaders().get("typ");
        return (type == null || ACCESS_TOKENS.contains(type.toString().toLowerCase(Locale.ROOT)))
                && OF_ID_TOKENS.stream().noneMatch(token::hasClaim)
                // Keycloak's own word for it.
                && !"ID".equals(token.getClaims().get("typ"));
    }

    private static boolean saysWhose(Jwt token) {
        String subject = token.getSubject();
        return subject != null && !subject.isBlank() && subject.length() <= LONGEST_SUBJECT;
    }
}
