package io.casewright.localstack;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Small HTTP look-ups of the launcher; a refused connection is an answer like any other while something starts. */
final class Http {

    private static final HttpClient CLIENT = client();

    private Http() {}

    record Answer(int status, String body) {

        boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** A client with cookies of its own, as a browser's session. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .cookieHandler(new CookieManager())
                .build();
    }

    static Answer get(String url) {
        return send(CLIENT, url, request -> request);
    }

    static Answer send(HttpClient client, String url, UnaryOperator<HttpRequest.Builder> how) {
        var request = how.apply(HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted while asking " + url);
        }
    }
}
