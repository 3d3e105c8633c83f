package io.casewright.access;

import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** For programs: each request carries its credentials, so there is no session and nothing to forge with one. */
@Configuration(proxyBeanMethods = false)
class MachineAccess {

    private static final String CASES = "/api/v1/cases";
    private static final String STATEMENTS = "/api/v1/customers/*/statements";

    @Bean
    @Order(1)
    SecurityFilterChain machineSecurity(
            HttpSecurity http,
            AccessSettings settings,
            ApiRights rights,
            ProblemAnswers problems,
            IntakeLimit intakeLimit,
            FailedLogins failedLogins,
            Environment environment)
            throws Exception {
        http.securityMatcher("/api/**", "/actuator/**", "/v3/**", "/swagger-ui/**", "/error")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers(ofManagement(environment))
                        .permitAll()
                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml", "/api", "/swagger-ui/**", "/error")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/plans/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, CASES + "/*/charges", CASES + "/*/time-entries")
                        .access(rights.needsInside(Scope.READ))
                        .requestMatchers(HttpMethod.GET, CASES, CASES + "/**")
                        .access(rights.needs(Scope.READ))
                        .requestMatchers(HttpMethod.POST, CASES)
                        .access(rights.needs(Scope.OPEN))
                        .requestMatchers(HttpMethod.POST, CASES + "/*/severity")
                        .access(rights.needsInside(Scope.WRITE))
                        .requestMatchers(HttpMethod.POST, CASES + "/**")
                        .access(rights.needs(Scope.WRITE))
                        .requestMatchers(HttpMethod.GET, "/api/v1/customers/*/prepaid-hours")
                        .access(rights.needs(Scope.READ))
                        .requestMatchers(HttpMethod.GET, STATEMENTS, STATEMENTS + "/*")
                        .access(rights.needsToRead(Role.DUTY_MANAGER, Role.PROCESS_OWNER))
                        .requestMatchers(HttpMethod.POST, STATEMENTS + "/*/disputes")
                        .access(rights.needs(Scope.OPEN))
                        .requestMatchers("/api/v1/reports/**")
                        .access(rights.needsAny(Role.DUTY_MANAGER, Role.PROCESS_OWNER))
                        // What is not named here is closed to whoever does not belong to the house.
                        .anyRequest()
                        .access(rights.needsInside(Scope.READ)))
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(problems.asksFor("Bearer"))
                        .withObjectPostProcessor(failuresTo(new TokenFailures(settings, problems))));
        var asksForLogin = problems.asksFor(settings.localLogin() ? "Basic realm=\"Casewright\"" : "Bearer");
        if (settings.localLogin()) {
            http.userDetailsService(new DemoUsers())
                    .httpBasic(basic -> basic.authenticationEntryPoint(asksForLogin))
                    .addFilterBefore(new SlowedLogins(failedLogins, problems), BasicAuthenticationFilter.class);
        }
        return http.addFilterAfter(intakeLimit.afterAccess(), AuthorizationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(asksForLogin).accessDeniedHandler(problems))
                .build();
    }

    /** Who reaches the port of management operates this application; on one port with all others nobody is told more. */
    private static RequestMatcher ofManagement(Environment environment) {
        return ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                ? EndpointRequest.toAnyEndpoint()
                : request -> false;
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
        var decoder = new SupplierJwtDecoder(() -> {
            // Its type is checked with the rest: the decoder knows one word for it only.
            var known = NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                    .validateType(false)
                    .build();
            known.setJwtValidator(TokenChecks.of(settings));
            return known;
        });
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The issuer does not describe itself", e);
            }
        };
    }
}
