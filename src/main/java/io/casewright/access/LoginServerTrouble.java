package io.casewright.access;

import org.springframework.security.core.AuthenticationException;

/** The login server cannot be used now, for a reason that a person may read. */
final class LoginServerTrouble extends AuthenticationException {

    LoginServerTrouble(String reason, Throwable cause) {
        super(reason, cause);
    }

    LoginServerTrouble(String reason) {
        super(reason);
    }
}
