package io.casewright.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.casewright.simulator.MicrosoftSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateSignInTests {

    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    Path folder;

    @Test
    void signsInByCertificateInPlaceOfASecret() throws Exception {
        Path pem = certificate();
        try (var simulator = MicrosoftSimulator.start(0)) {
            var signIn = new TokenSource(
                    Lines.settings(simulator.address(), "client-secret=", "client-certificate=" + pem),
                    new Lines.NothingKept());

            String application =
                    signIn.tokenFor(Call.get(Api.GRAPH, "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01", "/v1.0/x"));
            String partner =
                    signIn.tokenFor(Call.get(Api.PARTNER_CENTER, "0b7c2f3e-5a41-4d0e-9c55-1f6a3d2b8e01", "/v1/x"));

            assertThat(simulator.tokens().holderOf(application)).isPresent();
            assertThat(simulator.tokens().holderOf(partner)).isPresent();
        }
    }

    @Test
    void refusesToStartWithACertificateThatCannotBeRead() {
        var settings = Lines.settings(
                "http://127.0.0.1:1", "client-secret=", "client-certificate=" + folder.resolve("none.pem"));

        assertThatThrownBy(() -> new TokenSource(settings, new Lines.NothingKept()))
                .hasMessageContaining("client-certificate cannot be read");
    }

    @Test
    void refusesToStartWithNeitherOrBoth() {
        assertThatThrownBy(() -> Lines.settings("http://127.0.0.1:1", "client-secret="))
                .rootCause()
                .hasMessageContaining("Set one of");
        assertThatThrownBy(() -> Lines.settings("http://127.0.0.1:1", "client-certificate=some.pem"))
                .rootCause()
                .hasMessageContaining("not both");
    }

    /** Made anew for each run: no key lies in the repository. */
    private Path certificate() throws Exception {
        Path store = folder.resolve("store.p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "casewright",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=Casewright",
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        return Files.writeString(
                folder.resolve("casewright.pem"),
                block(
                                "PRIVATE KEY",
                                keys.getKey("casewright", PASSWORD.toCharArray())
                                        .getEncoded())
                        + block("CERTIFICATE", keys.getCertificate("casewright").getEncoded()));
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(content));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
