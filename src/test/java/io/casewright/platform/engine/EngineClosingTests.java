package io.casewright.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EngineClosingTests {

    @Test
    @Timeout(20)
    void endsAlthoughTheClientHangsAtAnEngineThatIsAway() throws IOException {
        var executor = new ScheduledThreadPoolExecutor(2);
        var engine = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + closedPort()))
                .jobWorkerExecutor(executor, true)
                .build();
        List<JobWorker> workers = Stream.generate(() -> opened(engine)).limit(4).toList();
        Awaitility.await().until(() -> executor.getCompletedTaskCount() > 20);
        workers.forEach(JobWorker::close);
        // By then the streams that were still to be opened again have been, and keep their locks; others may wait for
        // these.
        var later = executor.schedule(() -> {}, 200, TimeUnit.MILLISECONDS);
        Awaitility.await().until(() -> later.isDone() || executor.getActiveCount() == executor.getCorePoolSize());

        long begin = System.nanoTime();
        EngineClosing.close(engine);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        Awaitility.await().until(executor::isShutdown);
    }

    private static JobWorker opened(CamundaClient engine) {
        return engine.newWorker()
                .jobType("any")
                .handler((client, job) -> {})
                .streamEnabled(true)
                .backoffSupplier(delay -> 50)
                .open();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
