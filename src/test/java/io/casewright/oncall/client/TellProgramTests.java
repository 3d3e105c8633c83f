package io.casewright.oncall.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.casewright.oncall.client.TellProgram.Told;
import io.casewright.platform.text.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person's program is told by a request that it can know to be ours. */
class TellProgramTests {

    private static final Told TOLD =
            new Told("call-7-ada", "CW-2026-000012", "A critical case came in", "http://desk.example/desk/on-call");

    private final Clock clock = Clock.fixed(Instant.ofEpochSecond(1_780_000_000L), ZoneOffset.UTC);
    private final List<String> heard = new ArrayList<>();
    private HttpServer pager;
    private volatile int answer = 204;
    private String origin = "";
    private TellProgram program;

    @BeforeEach
    void aPager() throws IOException {
        pager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pager.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders().getFirst("X-Casewright-Timestamp"));
            heard.add(exchange.getRequestHeaders().getFirst("X-Casewright-Signature"));
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().add("Location", origin + "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        pager.start();
        origin = "http://127.0.0.1:" + pager.getAddress().getPort();
        program = new TellProgram(new HookSettings(List.of(origin), new Secret("a secret")), new ObjectMapper(), clock);
    }

    @AfterEach
    void noPager() {
        pager.stop(0);
    }

    @Test
    void whatItIsToldIsSigned() throws Exception {
        program.tell(origin + "/page?who=ada", TOLD);
        assertThat(heard).hasSize(3);
        assertThat(heard.getFirst()).isEqualTo("1780000000");
        assertThat(new ObjectMapper()
                        .readTree(heard.getLast())
                        .path("caseNumber")
                        .asText())
                .isEqualTo("CW-2026-000012");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = mac.doFinal(("1780000000." + heard.getLast()).getBytes(StandardCharsets.UTF_8));
        assertThat(heard.get(1)).isEqualTo("sha256=" + HexFormat.of().formatHex(signed));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 500, 503})
    void whatItDoesNotTakeIsTriedAgain(int refusal) {
        answer = refusal;
        assertThatThrownBy(() -> program.tell(origin + "/page", TOLD)).isInstanceOf(IllegalStateException.class);
        assertThat(heard).as("it leads nowhere else").hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/page",
                "http://169.254.169.254/latest",
                "https://hooks.pager.example.evil.example/x",
                "https://hooks.pager.example@evil.example/x",
                "file:///etc/passwd",
                "hooks.pager.example",
                "https://hooks.pager.example:8443/x",
                "no address at all"
            })
    void onlyWhatTheSettingsAllowIsTold(String address) {
        var strict = new TellProgram(
                new HookSettings(List.of("https://hooks.pager.example"), new Secret("s")), new ObjectMapper(), clock);
        assertThat(strict.problemWith("https://hooks.pager.example/x")).isEmpty();
        assertThat(strict.problemWith(address))
                .hasValueSatisfying(problem -> assertThat(problem).contains("https://hooks.pager.example"));
        assertThatThrownBy(() -> strict.tell(address, TOLD)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void originsWithoutASecretAreRefusedAtTheStart() {
        assertThatThrownBy(() -> new HookSettings(List.of(origin), new Secret(" ")))
                .hasMessageContaining("casewright.on-call.hook.secret");
    }
}
