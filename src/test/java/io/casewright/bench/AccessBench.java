package io.casewright.bench;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import io.casewright.CasewrightApplication;
import io.casewright.localstack.LocalStack;
import io.casewright.localstack.MySqlServer;
import io.casewright.testkit.TestMailServer;
import io.casewright.testkit.TestMicrosoft;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;

/** What tokens, rights, reach and limits cost a request: the same application once with and once without them, in turn. */
final class AccessBench {

    private static final int WARMING = 200;
    private static final int REQUESTS = 600;
    /** So that what becomes of the cases in the engine leaves the machine some rest. */
    private static final long APART = Duration.ofMillis(200).toNanos();

    private final LocalStack stack;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    AccessBench(LocalStack stack) {
        this.stack = stack;
    }

    void measure() throws IOException, InterruptedException {
        String token = new ApiReader(stack, "contoso-portal", "cases:open").authorization();
        try (var guarded = application(stack);
                var open = application(stack, OpenDoors.class)) {
            var with = new Latencies();
            var without = new Latencies();
            long begin = System.nanoTime();
            for (int i = 0; i < WARMING + REQUESTS; i++) {
                LockSupport.parkNanos(begin + i * APART - System.nanoTime());
                // Whoever comes first meets a machine at rest, so they take turns in that too.
                boolean guardedFirst = i % 2 == 0;
                long first = guardedFirst ? take(guarded, token) : take(open, "");
                long second = guardedFirst ? take(open, "") : take(guarded, token);
                if (i >= WARMING) {
                    with.add(guardedFirst ? first : second);
                    without.add(guardedFirst ? second : first);
                }
            }
            Report.heading("Access, %,d requests each, in turn".formatted(REQUESTS));
            Report.figure("POST without any check, p50", without.percentile(0.5), "ms");
            Report.figure("POST of a customer's program with a token, p50", with.percentile(0.5), "ms");
            Report.figure("with / without, p50", with.percentile(0.5) / without.percentile(0.5), "times", "< 1.10");
        }
    }

    private long take(ConfigurableApplicationContext application, String authorization)
            throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:%s/api/v1/cases"
                .formatted(application.getEnvironment().getProperty("local.server.port")));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(CaseClient.REQUEST));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        long begin = System.nanoTime();
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        long took = System.nanoTime() - begin;
        if (answer.statusCode() != 201) {
            throw new IOException("%d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return took;
    }

    /** The application beside that of a stack, with more beans; it takes in, and what is to be sent is sent by the stack's own. */
    static ConfigurableApplicationContext application(LocalStack stack, Class<?>... more) {
        var sources = Stream.concat(Stream.of(CasewrightApplication.class, OnlyTakesIn.class), Stream.of(more))
                .toArray(Class<?>[]::new);
        return new SpringApplicationBuilder(sources)
                .profiles("local")
                .initializers(new TestMailServer(), new TestMicrosoft())
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--spring.datasource.url=" + stack.databaseUrl(),
                        "--spring.datasource.username=" + MySqlServer.USER,
                        "--spring.datasource.password=" + MySqlServer.PASSWORD,
                        "--spring.flyway.enabled=false",
                        "--camunda.client.grpc-address=" + stack.engineGrpcUrl(),
                        "--camunda.client.rest-address=" + stack.engineUrl(),
                        "--casewright.works=false",
                        "--casewright.limits.intake-per-client=1000000",
                        "--casewright.limits.intake-per-address=1000000",
                        "--casewright.access.issuer=" + stack.identityUrl(),
                        "--logging.level.root=ERROR",
                        "--spring.main.banner-mode=off",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerAutoConfiguration,"
                                + "org.springframework.boot.autoconfigure.security.oauth2.server.servlet.OAuth2AuthorizationServerJwtAutoConfiguration");
    }

    /** What is to be sent is sent by the stack's own application. */
    static class OnlyTakesIn {

        @Bean
        static DbSchedulerStarter nothingIsSent() {
            return () -> {};
        }
    }

    /** Whoever comes is a program of the house, and nobody looks. No configuration by its name, else all tests would find it. */
    static class OpenDoors {

        private static final JwtAuthenticationToken ANYBODY = new JwtAuthenticationToken(Jwt.withTokenValue("-")
                .header("alg", "none")
                .claim("client_id", "anybody")
                .claim("scope", "cases:open")
                .claim("reach", "partner")
                .build());

        @Bean
        static BeanPostProcessor noChecks() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return name.equals("machineSecurity") ? open((SecurityFilterChain) bean) : bean;
                }
            };
        }

        private static SecurityFilterChain open(SecurityFilterChain guarded) {
            Filter nobodyLooks = (request, response, chain) -> {
                SecurityContextHolder.getContext().setAuthentication(ANYBODY);
                try {
                    chain.doFilter(request, response);
                } finally {
                    SecurityContextHolder.clearContext();
                }
            };
            return new DefaultSecurityFilterChain(
                    request -> guarded.matches((HttpServletRequest) request), List.of(nobodyLooks));
        }
    }
}
