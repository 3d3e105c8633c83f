package io.casewright.localstack;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/** Runs inside of an application whose clock can be moved, before everything else; uses what the application carries along. */
final class ClockAgent {

    private static final int LOOK_EVERY_MILLIS = 200;

    private ClockAgent() {}

    /** @param file in which by how many seconds the clock is ahead is read again and again */
    public static void premain(String file, Instrumentation jvm) {
        var reader = new Thread(() -> follow(Path.of(file)), "clock");
        reader.setDaemon(true);
        reader.start();
        new AgentBuilder.Default()
                .disableClassFormatChanges()
                .ignore(ElementMatchers.none())
                .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
                .type(ElementMatchers.named("java.time.Clock"))
                .transform((type, description, loader, module, domain) ->
                        type.visit(Advice.to(Ahead.class).on(ElementMatchers.named("currentInstant"))))
                .installOn(jvm);
    }

    private static void follow(Path file) {
        while (true) {
            try {
                String seconds = Files.readString(file);
                if (!seconds.isEmpty()) {
                    System.setProperty("casewright.clock.ahead", seconds);
                }
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Becomes a part of the method that all of {@code java.time} asks. */
    static final class Ahead {

        private Ahead() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) Instant now) {
            now = now.plusSeconds(Long.getLong("casewright.clock.ahead", 0));
        }
    }
}
