package io.casewright.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

class BoundedLooksTests {

    @Test
    @Timeout(10)
    void whatNeverAnswersIsDown() {
        var never = new CountDownLatch(1);
        var part = BoundedLooks.bounded(() -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Health.up().build();
        });
        assertThat(part.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(part.health().getDetails()).containsEntry("problem", "No answer within 3 s");
    }

    @Test
    void whatAnswersIsTold() {
        var health = Health.up().withDetail("version", 8).build();
        assertThat(BoundedLooks.bounded(() -> health).health()).isEqualTo(health);
    }
}
