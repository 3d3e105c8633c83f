package io.casewright.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.casewright.localstack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A program that reads cases over REST. */
final class ApiReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String name;
    private final String applicationUrl;
    private final String authorization;

    /** @param scope for which a token is fetched; null for one who tells name and password, which are the same */
    ApiReader(LocalStack stack, String name, String scope) throws IOException, InterruptedException {
        this.name = name;
        this.applicationUrl = stack.applicationUrl();
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
        this.authorization = scope == null ? basic : "Bearer " + token(stack, basic, scope);
    }

    private String token(LocalStack stack, String basic, String scope) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(stack.identityUrl() + "/oauth2/token"))
                        .header("Authorization", basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).required("access_token").asText();
    }

    /** @param address after the application's own */
    String read(String address) throws IOException, InterruptedException {
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(applicationUrl + address))
                        .header("Authorization", authorization)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    /** The header that says who this is. */
    String authorization() {
        return authorization;
    }

    /** Where the list goes on. */
    String next(String address) throws IOException, InterruptedException {
        return JSON.readTree(read(address)).required("next").asText();
    }

    @Override
    public String toString() {
        return name;
    }
}
