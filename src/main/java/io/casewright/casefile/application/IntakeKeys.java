package io.casewright.casefile.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.casefile.domain.IntakeKey;
import io.casewright.platform.text.Fingerprint;
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
        return new IntakeKey(ofMessage(client, idempotencyKey), fingerprint(request));
    }

    /** A message over the REST interface; two clients may use the same key without meeting. */
    public String ofMessage(String client, String idempotencyKey) {
        return "api:" + Fingerprint.of(client).substring(0, 16) + ":" + idempotencyKey;
    }

    /** A call that an agent logged; one visit of the process to its step is one call. */
    public IntakeKey ofCall(String stepKey, CaseRequest request) {
        return new IntakeKey("call:" + stepKey, fingerprint(request));
    }

    private String fingerprint(CaseRequest request) {
        try {
            return Fingerprint.of(json.writeValueAsString(request));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request that came as JSON cannot be written as JSON", e);
        }
    }
}
