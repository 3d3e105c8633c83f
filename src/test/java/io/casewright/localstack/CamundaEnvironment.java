package io.casewright.localstack;

import java.util.HashMap;
import java.util.Map;

/** What the broker and the web applications are both told: where the search store is, and where the engine is. */
final class CamundaEnvironment {

    private CamundaEnvironment() {}

    static Map<String, String> of(StackSettings settings, String javaOptions) {
        String store = settings.url(Port.OPENSEARCH);
        String gateway = "127.0.0.1:" + settings.port(Port.ZEEBE_GRPC);
        var environment = new HashMap<String, String>();
        environment.put("JAVA_HOME", Java.home().toString());
        environment.put("JAVA_OPTS", javaOptions);
        environment.put("CAMUNDA_LICENSE_KEY", settings.setting("CAMUNDA_LICENSE_KEY", ""));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("CAMUNDA_DATABASE_TYPE", "opensearch");
        environment.put("CAMUNDA_DATABASE_URL", store);
        for (String app : new String[] {"OPERATE", "TASKLIST"}) {
            environment.put("CAMUNDA_" + app + "_DATABASE", "opensearch");
            environment.put("CAMUNDA_" + app + "_OPENSEARCH_URL", store);
            environment.put("CAMUNDA_" + app + "_ZEEBEOPENSEARCH_URL", store);
            environment.put("CAMUNDA_" + app + "_ZEEBE_GATEWAYADDRESS", gateway);
        }
        environment.put("CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS", settings.url(Port.ZEEBE_REST));
        environment.put("CAMUNDA_OPERATE_PERSISTENTSESSIONSENABLED", "false");
        // One node each: the defaults wait for replicas that never come and refresh once a second.
        environment.put("CAMUNDA_OPERATE_OPENSEARCH_NUMBEROFREPLICAS", "0");
        environment.put("CAMUNDA_TASKLIST_OPENSEARCH_NUMBEROFREPLICAS", "0");
        environment.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
        environment.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
        return environment;
    }
}
