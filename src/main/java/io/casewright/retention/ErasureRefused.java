package io.casewright.retention;

/** Nothing was erased; the message says why and what to do, in sentences. */
public class ErasureRefused extends RuntimeException {

    ErasureRefused(String reason) {
        super(reason);
    }
}
