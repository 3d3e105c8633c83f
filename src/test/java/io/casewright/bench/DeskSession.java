package io.casewright.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Somebody who is logged in and reads pages, one after the other. */
public final class DeskSession {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String applicationUrl;
    private volatile Element csrf;

    private DeskSession(String applicationUrl) {
        this.applicationUrl = applicationUrl;
    }

    /** Logs in at the login server that the application leads to; the password is the login. */
    public static DeskSession of(String applicationUrl, String login) throws IOException, InterruptedException {
        var session = new DeskSession(applicationUrl);
        var page = session.send(HttpRequest.newBuilder(URI.create(applicationUrl + "/desk")));
        var token = Jsoup.parse(page.body()).select("#form input[type=hidden]");
        String form = "username=%s&password=%s&%s=%s"
                .formatted(
                        login,
                        login,
                        token.attr("name"),
                        URLEncoder.encode(token.attr("value"), StandardCharsets.UTF_8));
        session.send(HttpRequest.newBuilder(page.uri().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return session;
    }

    /** The header by which the application knows who this is. */
    public String cookieHeader() {
        return "Cookie: "
                + cookies.getCookieStore().get(URI.create(applicationUrl)).stream()
                        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** @param address after the application's own */
    String read(String address) throws IOException, InterruptedException {
        var page = send(HttpRequest.newBuilder(URI.create(applicationUrl + address)));
        if (!page.uri().toString().startsWith(applicationUrl)) {
            throw new IOException("Not logged in any more at " + address);
        }
        return page.body();
    }

    /** Sends something as the scripts of the pages do, and gives whatever is answered. */
    public HttpResponse<String> post(String address, String type, String body)
            throws IOException, InterruptedException {
        if (csrf == null) {
            csrf = Jsoup.parse(read("/desk")).select("meta[name=csrf]").first();
        }
        return http.send(
                HttpRequest.newBuilder(URI.create(applicationUrl + address))
                        .timeout(Duration.ofSeconds(15))
                        .header("Content-Type", type)
                        .header(csrf.attr("data-header"), csrf.attr("content"))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Asks for something as the scripts of the pages do, and gives whatever is answered. */
    public HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(applicationUrl + address))
                        .timeout(Duration.ofSeconds(15))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        // Only who asks for a page is led to the login.
        request.header("Accept", "text/html").timeout(Duration.ofSeconds(30));
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode());
        }
        return answer;
    }
}
