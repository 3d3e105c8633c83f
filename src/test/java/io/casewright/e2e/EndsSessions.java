package io.casewright.e2e;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A page left open would go on asking the stack; one where a test failed is pictured first. */
final class EndsSessions implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        Shop.open()
                .endSessions(
                        test.getRequiredTestMethod().getName(),
                        test.getExecutionException().isPresent());
    }
}
