package io.casewright.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person is in the partner's house; the issuer of logins says so. */
public enum Role {
    AGENT,
    SPECIALIST,
    DUTY_MANAGER,
    PROCESS_OWNER,
    OPERATIONS,
    AUDITOR;

    /** As the issuer writes it and a person reads it, such as {@code duty-manager}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is written {@code duty-manager}, {@code Duty Manager} or {@code DUTY_MANAGER}; null when there is no such role. */
    static @Nullable Role ofWord(String word) {
        String plain = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (Role role : values()) {
            if (role.name().equals(plain)) {
                return role;
            }
        }
        return null;
    }
}
