package io.casewright.localstack;

import java.util.List;

/** {@code ./casewright reseat}: sets what the local data has open going again in a Camunda of the user's, while nothing else runs. */
final class ReseatCamunda {

    private ReseatCamunda() {}

    public static void main(String[] arguments) throws Exception {
        var options = List.of(arguments);
        try {
            var settings = Up.settings(options);
            if (settings.externalEngine().isEmpty()) {
                throw new StackProblem(
                        "The embedded engine needs no command: each ./casewright up sets everything going again by itself."
                                + " For a Camunda of yours name it: --camunda URL.");
            }
            Up.lock(settings);
            System.exit(run(settings, options.contains("--yes") ? List.of("--yes") : List.of()));
        } catch (StackProblem e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(StackSettings settings, List<String> options) {
        if (settings.externalDatabase().isPresent()) {
            return Application.reseat(settings, options);
        }
        if (!settings.data("mysql").toFile().isDirectory()) {
            throw new StackProblem("There is no data of an earlier ./casewright up that could go on.");
        }
        Port.MYSQL.requireFree(settings.port(Port.MYSQL));
        try (var database = LocalStack.startDatabase(settings)) {
            return Application.reseat(settings, options);
        }
    }
}
