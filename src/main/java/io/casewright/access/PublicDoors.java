package io.casewright.access;

import io.casewright.access.Notices.Notice;
import io.casewright.access.Quota.Standing;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** For customers who come by a link that only they know: no login, no session, so nothing that another page could use in their name. */
@Configuration(proxyBeanMethods = false)
class PublicDoors {

    private static final String[] DOORS = {"/rate/*", "/statements/*", "/my-case/**"};

    private final Notices notices;
    private final Quota ofAddresses;

    PublicDoors(LimitSettings settings, Notices notices) {
        this.notices = notices;
        this.ofAddresses = new Quota(settings.ratingsPerAddress(), TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    @Order(0)
    SecurityFilterChain publicDoorSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher(DOORS)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(
                        new Gate(
                                new OrRequestMatcher(Arrays.stream(DOORS)
                                        .map(PathPatternRequestMatcher.withDefaults()::matcher)
                                        .map(RequestMatcher.class::cast)
                                        .toList()),
                                this::admits),
                        AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PageAccess.POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .build();
    }

    private boolean admits(HttpServletRequest request, HttpServletResponse response) {
        Standing standing = ofAddresses.take(request.getRemoteAddr());
        if (!standing.granted()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "" + standing.secondsToNext());
            notices.show(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    new Notice(
                            "Too many requests at once",
                            "From the network you are in more than %d requests came within a minute. Try again in %d s."
                                    .formatted(standing.limit(), standing.secondsToNext()),
                            request.getRequestURI(),
                            "Try again",
                            null));
        }
        return standing.granted();
    }
}
