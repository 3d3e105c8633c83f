package io.casewright.testkit;

import java.io.IOException;

/** The test database while it stands still: it keeps its connections, takes new ones, and says nothing. Goes on when closed. */
public final class StandingDatabase implements AutoCloseable {

    private final long pid;

    private StandingDatabase(long pid) {
        this.pid = pid;
    }

    public static StandingDatabase stop() throws IOException, InterruptedException {
        long pid = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .command()
                        .filter(name -> name.endsWith("mysqld"))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .pid();
        signal("STOP", pid);
        return new StandingDatabase(pid);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        signal("CONT", pid);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
    }
}
