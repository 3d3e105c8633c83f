package io.casewright.microsoft;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Carries the questions of both sign-in libraries to {@link LoginAddress}, with our time limits. */
final class LoginHttp implements HttpClient, IHttpClient {

    private final LoginAddress login;
    private final Duration patience;
    private final java.net.http.HttpClient http;
    private final HttpClient azure;

    LoginHttp(LoginAddress login, MicrosoftSettings settings) {
        this.login = login;
        this.patience = settings.readTimeout();
        this.http = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build();
        this.azure = new JdkHttpClientBuilder()
                .connectionTimeout(settings.connectTimeout())
                .responseTimeout(patience)
                .readTimeout(patience)
                .build();
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        try {
            var made = URI.create(request.getUrl().toString());
            return azure.send(request.setUrl(login.reached(made).toURL()));
        } catch (MalformedURLException e) {
            return Mono.error(e);
        }
    }

    @Override
    public IHttpResponse send(com.microsoft.aad.msal4j.HttpRequest request) throws IOException {
        var made = URI.create(request.url().toString());
        var question = java.net.http.HttpRequest.newBuilder(login.reached(made)).timeout(patience);
        request.headers().forEach(question::header);
        switch (request.httpMethod()) {
            case GET -> question.GET();
            case POST -> question.POST(java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        }
        try {
            var answer = http.send(question.build(), BodyHandlers.ofString());
            return new Said(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private record Said(int statusCode, Map<String, List<String>> headers, String body) implements IHttpResponse {}
}
