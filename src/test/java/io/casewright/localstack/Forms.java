package io.casewright.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;

/** The forms in {@code forms/}, compared with what Tasklist has imported. */
final class Forms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Forms() {}

    /** Whether the answer of the search store holds every form in its present wording. */
    static boolean allIn(Http.Answer answer) {
        if (!answer.isOk()) {
            return false;
        }
        try (var files = Files.newDirectoryStream(Path.of("forms"), "*.form")) {
            var known = new HashSet<String>();
            for (var hit : JSON.readTree(answer.body()).at("/hits/hits")) {
                known.add(hit.at("/_source/schema").asText());
            }
            for (Path file : files) {
                if (!known.contains(Files.readString(file))) {
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
