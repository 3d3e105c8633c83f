package io.casewright.localstack.opensearch;

import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/** One OpenSearch node on the loopback address. Arguments: data folder, HTTP port, transport port. Runs until it is ended. */
public final class LocalOpenSearch {

    private LocalOpenSearch() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        var runner = new OpenSearchRunner();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(runner)));
        runner.onBuild((number, settings) -> {
            settings.put("network.host", "127.0.0.1");
            // Never looks for other nodes on this machine, which may belong to another stack; starts 3 s sooner, too.
            settings.put("discovery.type", "single-node");
            settings.put("transport.port", arguments[2]);
            // A machine with a nearly full disk would otherwise get indices that cannot be written to.
            settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
            settings.put("action.auto_create_index", true);
        });
        // The runner would not go beyond 9299 by itself.
        runner.setMaxHttpPort(port);
        // The runner adds the number of the node, 1, to the port it is given.
        runner.build(OpenSearchRunner.newConfigs()
                .basePath(arguments[0])
                .clusterName("casewright-local")
                .numOfNode(1)
                .baseHttpPort(port - 1)
                .pluginTypes(IndexStateManagementSetting.class.getName()));
        new CountDownLatch(1).await();
    }

    private static void close(OpenSearchRunner runner) {
        try {
            runner.close();
        } catch (Exception e) {
            System.err.println("OpenSearch did not close cleanly: " + e.getMessage());
        }
    }
}
