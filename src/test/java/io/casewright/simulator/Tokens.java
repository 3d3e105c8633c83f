package io.casewright.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The simulated sign-in: gives out tokens to the application of the story, and knows whose a token is. */
public final class Tokens implements SimulatedApi {

    public static final String PARTNER_TENANT = "9a0c1d2e-3f40-4a5b-8c6d-7e8f9a0b1c2d";
    public static final String CLIENT_ID = "c0ffee00-1111-4222-8333-444455556666";
    public static final String CLIENT_SECRET = "simulated-secret";
    public static final String REFRESH_TOKEN = "simulated-refresh-token";
    /** What the provider's desk gave out; no sign-in comes before it. */
    public static final String DESK_TOKEN = "simulated-desk-token";

    static final String DESK = "desk";
    private static final String PERSON = "77777777-8888-4999-8aaa-bbbbccccdddd";
    private static final int LIFETIME_SECONDS = 3600;

    private final Map<String, Holder> holders = new ConcurrentHashMap<>();
    private final Set<String> refusingTenants = ConcurrentHashMap.newKeySet();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();

    /**
     * Whom a token was given out for.
     *
     * @param appOnly no person confirmed it with a second factor
     */
    public record Holder(String tenantId, String scope, boolean appOnly) {}

    @Override
    public void addTo(Routes routes) {
        consentAnew();
        holders.put(DESK_TOKEN, new Holder(PARTNER_TENANT, DESK, true));
        routes.direct("POST", "/{tenant}/oauth2/v2.0/token", this::giveOut);
        routes.direct("GET", "/{tenant}/v2.0/.well-known/openid-configuration", Tokens::configuration);
        routes.direct("GET", "/common/discovery/instance", Tokens::instances);
        routes.direct("PUT", "/simulator/refusing-tenants/{tenant}", request -> {
            refuse(request.variable("tenant"));
            return Reply.of(204, null);
        });
        routes.direct("DELETE", "/simulator/refusing-tenants/{tenant}", request -> {
            allow(request.variable("tenant"));
            return Reply.of(204, null);
        });
    }

    /** The tenant gives out no more tokens, and those given out no longer count. */
    public void refuse(String tenantId) {
        refusingTenants.add(tenantId);
        holders.values().removeIf(holder -> holder.tenantId().equals(tenantId));
    }

    public void allow(String tenantId) {
        refusingTenants.remove(tenantId);
    }

    /** The refresh token of the consent itself has run out; those that were given out for it since go on. */
    public void outdateFirstConsent() {
        refreshTokens.remove(REFRESH_TOKEN);
    }

    /** What was given out for the consent since no longer counts; the consent itself does. */
    public void withdrawRenewedConsents() {
        refreshTokens.removeIf(token -> !token.equals(REFRESH_TOKEN));
    }

    public void consentAnew() {
        consentOf(REFRESH_TOKEN);
    }

    /** Somebody of the partner consented with a second factor, and this is the refresh token. */
    public void consentOf(String refreshToken) {
        refreshTokens.add(refreshToken);
    }

    /** Whom a token was given out for; the header of a request or the token alone. */
    public Optional<Holder> holderOf(String authorization) {
        return Optional.ofNullable(authorization).map(value -> holders.get(value.replaceFirst("^Bearer ", "")));
    }

    private Reply giveOut(Exchange request) {
        String tenant = request.variable("tenant");
        var form = request.query();
        if (refusingTenants.contains(tenant)) {
            return refused(
                    400,
                    "unauthorized_client",
                    "AADSTS700016: Application with identifier '%s' was not found in the directory '%s'."
                            .formatted(CLIENT_ID, tenant));
        }
        if (!first(form, "client_id").equals(CLIENT_ID)
                || (form.containsKey("client_secret")
                        && !first(form, "client_secret").equals(CLIENT_SECRET))) {
            return refused(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
        }
        return switch (first(form, "grant_type")) {
            case "client_credentials" -> token(tenant, form, true);
            case "refresh_token" ->
                refreshTokens.contains(first(form, "refresh_token"))
                        ? token(tenant, form, false)
                        : refused(400, "invalid_grant", "AADSTS70000: The provided grant is invalid or malformed.");
            default -> refused(400, "unsupported_grant_type", "AADSTS70003: The grant type is not supported.");
        };
    }

    private Reply token(String tenant, Map<String, List<String>> form, boolean appOnly) {
        String token = "simulated." + UUID.randomUUID();
        holders.put(token, new Holder(tenant, first(form, "scope"), appOnly));
        var answer = new java.util.LinkedHashMap<String, Object>(Map.of(
                "token_type", "Bearer",
                "expires_in", LIFETIME_SECONDS,
                "ext_expires_in", LIFETIME_SECONDS,
                "access_token", token));
        if (!appOnly) {
            String next = REFRESH_TOKEN + "." + UUID.randomUUID();
            refreshTokens.add(next);
            answer.put("refresh_token", next);
            answer.put("scope", first(form, "scope"));
            answer.put("client_info", encoded("{\"uid\":\"%s\",\"utid\":\"%s\"}".formatted(PERSON, tenant)));
            answer.put("id_token", idToken(tenant));
        }
        return Reply.ok(answer);
    }

    /** Tells the library whose token it is; nobody looks at its signature. */
    private static String idToken(String tenant) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + encoded(
                        "{\"aud\":\"%s\",\"oid\":\"%s\",\"sub\":\"%s\",\"tid\":\"%s\",\"preferred_username\":\"desk@northwind.example\"}"
                                .formatted(CLIENT_ID, PERSON, PERSON, tenant))
                + ".";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static Reply refused(int status, String error, String words) {
        return Reply.of(status, Map.of("error", error, "error_description", words));
    }

    private static Reply configuration(Exchange request) {
        String root = request.address() + "/" + request.variable("tenant");
        return Reply.ok(Map.of(
                "issuer", root + "/v2.0",
                "authorization_endpoint", root + "/oauth2/v2.0/authorize",
                "token_endpoint", root + "/oauth2/v2.0/token",
                "device_authorization_endpoint", root + "/oauth2/v2.0/devicecode"));
    }

    private static Reply instances(Exchange request) {
        return Reply.ok(Map.of(
                "tenant_discovery_endpoint",
                        request.query("authorization_endpoint").orElse(""),
                "api-version", "1.1",
                "metadata", List.of()));
    }

    private static String first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }
}
