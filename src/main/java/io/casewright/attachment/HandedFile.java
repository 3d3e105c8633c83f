package io.casewright.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that somebody hands in at a page or by a program, and waits to hear whether it is taken.
 *
 * @param size in bytes
 */
public record HandedFile(String name, long size, InputStreamSource content) implements OfferedFile {

    /** As they come with a request; a form in which none was chosen sends one without a name. */
    public static List<HandedFile> of(@Nullable List<MultipartFile> parts) {
        return Objects.requireNonNullElse(parts, List.<MultipartFile>of()).stream()
                .filter(part -> !part.isEmpty() || !nameOf(part).isBlank())
                .map(part -> new HandedFile(nameOf(part), part.getSize(), part))
                .toList();
    }

    private static String nameOf(MultipartFile part) {
        return Objects.requireNonNullElse(part.getOriginalFilename(), "");
    }

    @Override
    public InputStream open() throws IOException {
        return content.getInputStream();
    }
}
