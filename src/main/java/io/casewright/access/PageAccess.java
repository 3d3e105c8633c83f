package io.casewright.access;

import static io.casewright.access.Role.AUDITOR;
import static io.casewright.access.Role.DUTY_MANAGER;
import static io.casewright.access.Role.OPERATIONS;
import static io.casewright.access.Role.PROCESS_OWNER;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** For people: pages, after a login at the issuer, with a session. What is not a program's address is a page. */
@Configuration(proxyBeanMethods = false)
class PageAccess {

    /** No inline script or style, no frame, no other host: text that slipped through as markup could still do nothing. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final People people;

    PageAccess(People people) {
        this.people = people;
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, LoginServer loginServer, LoginAnswers answers, LoginLimit limit, Notices notices)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/access/**", LoggedOutController.ADDRESS)
                        .permitAll()
                        // Terms and statements are read without a login, and look like all pages.
                        .requestMatchers(
                                HttpMethod.GET,
                                "/plans/*",
                                "/casefile/casefile.css",
                                "/casefile/icon.svg",
                                "/statement/statement.css")
                        .permitAll()
                        // What becomes of a customer's words is for duty managers to decide as well.
                        .requestMatchers(HttpMethod.GET, "/operations/dead-letters", "/operations/operations.css")
                        .access(havingAny(OPERATIONS, DUTY_MANAGER, AUDITOR))
                        .requestMatchers("/operations/dead-letters")
                        .access(havingAny(OPERATIONS, DUTY_MANAGER))
                        .requestMatchers("/desk/reports", "/desk/reports/**", "/desk/statements", "/desk/statements/**")
                        .access(havingAny(DUTY_MANAGER, PROCESS_OWNER))
                        .requestMatchers(HttpMethod.GET, "/operations/**")
                        .access(havingAny(OPERATIONS, AUDITOR))
                        .requestMatchers("/operations/**")
                        .access(havingAny(OPERATIONS))
                        .anyRequest()
                        .access(havingAny(Role.values())))
                .oauth2Login(login -> login.loginPage(LoginAnswers.LOGIN)
                        .failureHandler(answers)
                        .withObjectPostProcessor(failuresBeforeTheLoginTo(answers)))
                .addFilterBefore(limit.onTheWay(), OAuth2AuthorizationRequestRedirectFilter.class)
                .logout(logout -> logout.logoutSuccessHandler(logsOutThere(loginServer, notices)))
                .requestCache(cache -> cache.requestCache(rememberedPages()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private AuthorizationManager<RequestAuthorizationContext> havingAny(Role... roles) {
        return (authentication, request) -> new AuthorizationDecision(people.of(authentication.get())
                .filter(person -> person.hasAny(roles))
                .isPresent());
    }

    /** What a script or a picture asked for is no page to come back to after the login. */
    private static HttpSessionRequestCache rememberedPages() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(LoginAnswers::isForAPage);
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static LogoutSuccessHandler logsOutThere(LoginServer loginServer, Notices notices) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(loginServer);
        handler.setPostLogoutRedirectUri("{baseUrl}" + LoggedOutController.ADDRESS);
        handler.setDefaultTargetUrl(LoggedOutController.ADDRESS);
        handler.setRedirectStrategy(notices::sendOn);
        return handler;
    }

    private static ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> failuresBeforeTheLoginTo(
            LoginAnswers answers) {
        return new ObjectPostProcessor<>() {

            @Override
            public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(answers);
                return filter;
            }
        };
    }
}
