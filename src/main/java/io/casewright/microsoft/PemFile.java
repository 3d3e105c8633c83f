package io.casewright.microsoft;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import org.springframework.boot.ssl.pem.PemContent;

/** A certificate with its key, as a file in PEM. */
final class PemFile {

    private PemFile() {}

    static IClientCredential read(String path) {
        try {
            var pem = PemContent.load(java.nio.file.Path.of(path));
            var key = pem.getPrivateKey();
            if (key == null) {
                throw new IllegalArgumentException(
                        "casewright.microsoft.client-certificate holds no private key: " + path);
            }
            return ClientCredentialFactory.createFromCertificate(
                    key, pem.getCertificates().getFirst());
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("casewright.microsoft.client-certificate cannot be read: " + path, e);
        }
    }
}
