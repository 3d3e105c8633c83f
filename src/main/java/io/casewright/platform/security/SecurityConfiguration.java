package io.casewright.platform.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.Assert;

/** Stateless on both sides: each request carries its credentials, so there is no session and nothing to forge with one. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static HttpSecurity common(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/**", "/actuator/prometheus")
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/api", "/swagger-ui/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
    }

    /** On a developer's machine: demo/demo. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casewright.security.local-login", havingValue = "true")
    static class LocalLogin {

        @Bean
        SecurityFilterChain localSecurity(HttpSecurity http, ProblemAnswers problems) throws Exception {
            return common(http)
                    .httpBasic(basic -> basic.authenticationEntryPoint(problems.asksFor("Basic realm=\"Casewright\"")))
                    .exceptionHandling(errors -> errors.accessDeniedHandler(problems))
                    .build();
        }

        @Bean
        UserDetailsService localUsers() {
            // Not hashed on purpose: a known password needs no protection, and hashing would cost each request 50 ms.
            // Not Spring's in-memory users either: they hash it themselves at the first login.
            return name -> {
                if (!name.equals("demo")) {
                    throw new UsernameNotFoundException(name);
                }
                return User.withUsername("demo").password("{noop}demo").build();
            };
        }
    }

    /** Everywhere else: tokens of the configured issuer, and no login of our own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "casewright.security.local-login", havingValue = "false", matchIfMissing = true)
    static class Tokens {

        @Bean
        SecurityFilterChain tokenSecurity(HttpSecurity http, ProblemAnswers problems) throws Exception {
            return common(http)
                    .oauth2ResourceServer(tokens ->
                            tokens.jwt(Customizer.withDefaults()).authenticationEntryPoint(problems.asksFor("Bearer")))
                    .exceptionHandling(errors -> errors.accessDeniedHandler(problems))
                    .build();
        }

        @Bean
        JwtDecoder tokenDecoder(@Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
            Assert.hasText(
                    issuer,
                    "CASEWRIGHT_OIDC_ISSUER is not set: name the OpenID Connect issuer whose tokens are accepted, or"
                            + " start with the profile local.");
            return new SupplierJwtDecoder(() -> JwtDecoders.fromIssuerLocation(issuer));
        }
    }
}
