package io.casewright.casefile.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.domain.IntakeKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Names requests so that a repetition is recognised. */
@Component
public class IntakeKeys {

    private final ObjectMapper json;

    IntakeKeys(ObjectMapper json) {
        this.json = json;
    }

    /** A request over the REST interface; two clients may use the same key without meeting. */
    public IntakeKey ofClient(String client, String idempotencyKey, CaseRequest request) {
        return new IntakeKey("api:" + sha256(client).substring(0, 16) + ":" + idempotencyKey, fingerprint(request));
    }

    /** A call that an agent logged; one visit of the process to its step is one call. */
    public IntakeKey ofCall(String stepKey, CaseRequest request) {
        return new IntakeKey("call:" + stepKey, fingerprint(request));
    }

    private String fingerprint(CaseRequest request) {
        try {
            return sha256(json.writeValueAsString(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request that came as JSON cannot be written as JSON", e);
        }
    }

    static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
