package io.casewright.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Looks into Tasklist over its own API, logged in as an agent. */
final class TasklistSession {

    private static final String CSRF = "X-CSRF-TOKEN";
    private static final String NEWEST_FIRST = """
            {"state": "CREATED", "pageSize": 20, "sort": [{"field": "creationTime", "order": "DESC"}],
             "includeVariables": [{"name": "caseNumber", "alwaysReturnFullValue": true}]}""";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;
    private final String csrfToken;

    TasklistSession(String url) throws IOException, InterruptedException {
        this.url = url;
        var answer = post("/api/login?username=demo&password=demo", "", "");
        this.csrfToken = answer.headers().firstValue(CSRF).orElse("");
    }

    /** Whether one of the newest open tasks belongs to the case. */
    boolean shows(String caseNumber) throws IOException, InterruptedException {
        var answer = post("/v1/tasks/search", NEWEST_FIRST, csrfToken);
        if (answer.statusCode() != 200) {
            throw new IOException("Tasklist answered %d: %s".formatted(answer.statusCode(), answer.body()));
        }
        return answer.body().contains(caseNumber);
    }

    private HttpResponse<String> post(String path, String body, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header(CSRF, token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
