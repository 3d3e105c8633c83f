package io.casewright.microsoft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Reads how Microsoft says no, in its three dialects, and knows what can be done about it ({@code microsoft/remedies.properties}). */
final class Refusals {

    private static final int LONGEST = 300;
    private static final Pattern SIGN_IN_CODE = Pattern.compile("AADSTS\\d+");
    private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+");
    private static final Properties REMEDIES = remedies();
    private static final JsonMapper JSON = MicrosoftJson.mapper();

    private Refusals() {}

    static MicrosoftRefused of(Call call, int status, String body, String correlationId) {
        JsonNode said = parsed(body);
        JsonNode error = said.path("error").isObject() ? said.path("error") : said;
        String code = error.path("code").asText("");
        String words = error.path("description").asText(error.path("message").asText("without a word"));
        return new MicrosoftRefused(call, status, code, plain(words), remedy(code, status), correlationId);
    }

    static MicrosoftRefused ofSignIn(Call call, String words, @Nullable String correlationId) {
        var code = SIGN_IN_CODE.matcher(words);
        String found = code.find() ? code.group() : "";
        return new MicrosoftRefused(
                call,
                0,
                found,
                "no token was given.",
                remedy(found, 0),
                correlationId == null ? "not told" : correlationId);
    }

    private static String remedy(String code, int status) {
        return REMEDIES.getProperty(
                code, REMEDIES.getProperty(String.valueOf(status), REMEDIES.getProperty("other", "")));
    }

    private static String plain(String words) {
        String line = ADDRESS.matcher(words.replaceAll("\\s+", " ").strip()).replaceAll("…");
        String cut = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return cut.endsWith(".") || cut.endsWith("…") ? cut : cut + ".";
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode said = JSON.readTree(body);
            return said == null ? JSON.createObjectNode() : said;
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static Properties remedies() {
        try {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("microsoft/remedies.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
