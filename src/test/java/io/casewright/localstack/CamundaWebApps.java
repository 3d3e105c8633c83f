package io.casewright.localstack;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Operate and Tasklist. They run apart from the broker: with login switched on in the broker's own process, Tasklist could
 * not assign or complete a user task there.
 */
final class CamundaWebApps {

    private CamundaWebApps() {}

    static ManagedProcess launch(StackSettings settings) {
        var environment = CamundaEnvironment.of(settings, "-Xms256m -Xmx640m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        environment.put("SPRING_PROFILES_ACTIVE", "operate,tasklist,auth");
        environment.put("SERVER_PORT", "" + settings.port(Port.WEB_APPS));
        environment.put("MANAGEMENT_SERVER_PORT", "" + settings.port(Port.WEB_APPS_MANAGEMENT));
        // They count as a gateway, which else listens on every address, where the broker has its own port.
        int internal = settings.port(Port.WEB_APPS_INTERNAL);
        environment.put("ZEEBE_GATEWAY_CLUSTER_HOST", "127.0.0.1");
        environment.put("ZEEBE_GATEWAY_CLUSTER_PORT", "" + internal);
        environment.put("ZEEBE_GATEWAY_CLUSTER_INITIALCONTACTPOINTS", "127.0.0.1:" + internal);
        Path camunda = settings.dist("camunda-zeebe-8.6.0");
        Path mended = settings.data("tasklist");
        TasklistSchema.writeTo(mended, camunda);
        environment.put("CLASSPATH_PREFIX", mended.toString());
        return ManagedProcess.startInBackground(
                15,
                "Operate and Tasklist",
                settings.log("webapps"),
                settings.data("webapps"),
                List.of(camunda.resolve("bin/camunda").toString()),
                environment);
    }

    static void awaitReady(ManagedProcess webApps, StackSettings settings) {
        webApps.await(
                "lets demo log in",
                Duration.ofSeconds(180),
                () -> Http.send(
                                Http.client(),
                                settings.url(Port.WEB_APPS) + "/api/login?username=demo&password=demo",
                                request -> request.POST(HttpRequest.BodyPublishers.noBody()))
                        .isOk());
    }

    /** Tasklist shows a task without its form when it learns of the task before the form: so the forms come first. */
    static void awaitForms(ManagedProcess webApps, StackSettings settings) {
        String known = settings.url(Port.OPENSEARCH) + "/tasklist-form-*/_search?size=1000&_source=schema";
        webApps.await("knows the forms", Duration.ofSeconds(90), () -> Forms.allIn(Http.get(known)));
    }

    static void awaitCases(ManagedProcess webApps, StackSettings settings, Set<String> numbers) {
        var tasklist = new WebAppsSession(settings.url(Port.WEB_APPS));
        webApps.await("shows a task of each case", Duration.ofSeconds(90), () -> shows(tasklist, numbers));
    }

    private static boolean shows(WebAppsSession tasklist, Set<String> numbers) {
        try {
            String tasks = tasklist.newestTasks();
            return numbers.stream().allMatch(tasks::contains);
        } catch (UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }
}
