package io.casewright.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks Tasklist and Operate over their own APIs, logged in as an agent. */
public final class WebAppsSession {

    private static final String CSRF = "X-CSRF-TOKEN";
    private static final String NEWEST_TASKS = """
            {"state": "CREATED", "pageSize": 20, "sort": [{"field": "creationTime", "order": "DESC"}],
             "includeVariables": [{"name": "caseNumber", "alwaysReturnFullValue": true}]}""";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String url;
    private final String csrfToken;

    public WebAppsSession(String url) {
        this.url = url;
        this.csrfToken = send("/api/login?username=demo&password=demo", "", "")
                .headers()
                .firstValue(CSRF)
                .orElse("");
    }

    /** The newest open tasks in Tasklist with the numbers of their cases, as JSON. */
    public String newestTasks() {
        return search("/v1/tasks/search", NEWEST_TASKS);
    }

    /** The answer to a search, as JSON. */
    public String search(String path, String query) {
        var answer = send(path, query, csrfToken);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private HttpResponse<String> send(String path, String body, String token) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(CSRF, token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
