package io.casewright.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** For programs: each request carries its credentials, so there is no session and nothing to forge with one. */
@Configuration(proxyBeanMethods = false)
class MachineAccess {

    @Bean
    @Order(1)
    SecurityFilterChain machineSecurity(HttpSecurity http, AccessSettings settings, ProblemAnswers problems)
            throws Exception {
        http.securityMatcher("/api/**", "/actuator/**", "/v3/**", "/swagger-ui/**", "/error")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/api", "/swagger-ui/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(problems.asksFor("Bearer"))
                        .withObjectPostProcessor(failuresTo(new TokenFailures(settings, problems))));
        var asksForLogin = problems.asksFor(settings.localLogin() ? "Basic realm=\"Casewright\"" : "Bearer");
        if (settings.localLogin()) {
            http.userDetailsService(new DemoUsers()).httpBasic(basic -> basic.authenticationEntryPoint(asksForLogin));
        }
        return http.exceptionHandling(
                        errors -> errors.authenticationEntryPoint(asksForLogin).accessDeniedHandler(problems))
                .build();
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresTo(
            AuthenticationFailureHandler failures) {
        return new ObjectPostProcessor<>() {

            @Override
            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                filter.setAuthenticationFailureHandler(failures);
                return filter;
            }
        };
    }

    @Bean
    JwtDecoder tokenDecoder(AccessSettings settings) {
        var decoder = new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(settings.issuer()));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The issuer does not describe itself", e);
            }
        };
    }
}
