package io.casewright.microsoft;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.RefreshTokenParameters;
import com.microsoft.aad.msal4j.SilentParameters;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs in: as the application alone for Graph and Azure, in whichever tenant is asked about; as the application and a person
 * who consented once with a second factor for Partner Center (secure application model). Both libraries keep tokens in
 * memory until shortly before they run out; the person's sign-in, which Microsoft renews, is also {@linkplain KeptSignIn kept}.
 */
@Component
class TokenSource implements SignIn {

    /** The call that needs the token is what is repeated. */
    private static final RetryOptions ONCE = new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1)));

    private static final String INVALID_GRANT = "invalid_grant";

    private final MicrosoftSettings settings;
    private final ITokenCacheAccessAspect kept;
    private final LoginAddress login;
    private final IClientCredential secretOrCertificate;
    private @Nullable TokenCredential application;
    private @Nullable ConfidentialClientApplication partner;
    private volatile boolean partnerTokenTaken = true;

    /** @throws IllegalArgumentException when the sign-in is set up wrongly: better now than at the first case */
    TokenSource(MicrosoftSettings settings, ITokenCacheAccessAspect kept) {
        this.settings = settings;
        this.kept = kept;
        this.login = new LoginAddress(settings.login());
        this.secretOrCertificate = settings.clientCertificate().isBlank()
                ? ClientCredentialFactory.createFromSecret(
                        settings.clientSecret().isBlank()
                                ? "none"
                                : settings.clientSecret().value())
                : PemFile.read(settings.clientCertificate());
    }

    @Override
    public String tokenFor(Call call) {
        try {
            return call.api() == Api.PARTNER_CENTER ? partnerToken() : applicationToken(call);
        } catch (RuntimeException e) {
            throw trouble(call, e);
        }
    }

    @Override
    public synchronized void forget(Call call) {
        if (call.api() == Api.PARTNER_CENTER) {
            // What the library knows is kept: its refresh token is newer than the one in the settings.
            partnerTokenTaken = false;
        } else {
            application = null;
        }
    }

    private String applicationToken(Call call) {
        var wish = new TokenRequestContext()
                .addScopes(settings.rootOf(call.api()) + "/.default")
                .setTenantId(call.tenantId());
        return application().getTokenSync(wish).getToken();
    }

    private synchronized TokenCredential application() {
        if (application == null) {
            application = credential();
        }
        return application;
    }

    private TokenCredential credential() {
        var http = new LoginHttp(login, settings);
        if (settings.clientCertificate().isBlank()) {
            var secret = new ClientSecretCredentialBuilder()
                    .tenantId(settings.partnerTenant())
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret().value())
                    .authorityHost(login.named())
                    .additionallyAllowedTenants("*")
                    .retryOptions(ONCE)
                    .httpClient(http);
            return (login.isPublicCloud() ? secret : secret.disableInstanceDiscovery()).build();
        }
        var certificate = new ClientCertificateCredentialBuilder()
                .tenantId(settings.partnerTenant())
                .clientId(settings.clientId())
                .pemCertificate(settings.clientCertificate())
                .authorityHost(login.named())
                .additionallyAllowedTenants("*")
                .retryOptions(ONCE)
                .httpClient(http);
        return (login.isPublicCloud() ? certificate : certificate.disableInstanceDiscovery()).build();
    }

    private String partnerToken() {
        var known = partner();
        var person = known.getAccounts().join().stream().findFirst();
        var result = person.isPresent() ? renewed(known, person.get()) : consented(known);
        partnerTokenTaken = true;
        return result.accessToken();
    }

    /** What descends from a consent may be refused while the consent itself still counts, and then it begins anew with that. */
    private IAuthenticationResult renewed(ConfidentialClientApplication known, IAccount person) {
        try {
            return known.acquireTokenSilently(SilentParameters.builder(partnerCenter(), person)
                            .forceRefresh(!partnerTokenTaken)
                            .build())
                    .join();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (CompletionException refused) {
            if (refused.getCause() instanceof MsalServiceException said && INVALID_GRANT.equals(said.errorCode())) {
                return consentedAnew(known, refused);
            }
            throw refused;
        }
    }

    private IAuthenticationResult consentedAnew(ConfidentialClientApplication known, CompletionException refused) {
        try {
            return consented(known);
        } catch (CompletionException e) {
            // The newer of the two says more of what has to be done.
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private IAuthenticationResult consented(ConfidentialClientApplication known) {
        return known.acquireToken(RefreshTokenParameters.builder(
                                partnerCenter(), settings.refreshToken().value())
                        .build())
                .join();
    }

    private Set<String> partnerCenter() {
        return Set.of(settings.partnerCenter() + "/.default");
    }

    private synchronized ConfidentialClientApplication partner() {
        if (partner == null) {
            try {
                partner = ConfidentialClientApplication.builder(settings.clientId(), secretOrCertificate)
                        .authority(login.named() + settings.partnerTenant())
                        .instanceDiscovery(login.isPublicCloud())
                        .httpClient(new LoginHttp(login, settings))
                        .setTokenCacheAccessAspect(kept)
                        .build();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException("casewright.microsoft.login is no address", e);
            }
        }
        return partner;
    }

    private static boolean isRefusal(MsalServiceException said) {
        Integer status = said.statusCode();
        return said instanceof MsalInteractionRequiredException
                || (status != null && status >= 400 && status < 500 && status != 429);
    }

    /** Refusals are told by Microsoft's code, AADSTS and digits; the rest of its text may name people. */
    private static MicrosoftTrouble trouble(Call call, RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MsalServiceException said && isRefusal(said)) {
                return Refusals.ofSignIn(call, String.valueOf(said.getMessage()), said.correlationId());
            }
        }
        Throwable root =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return new MicrosoftUnavailable(
                call,
                "the sign-in did not answer (%s).".formatted(root.getClass().getSimpleName()),
                null);
    }
}
