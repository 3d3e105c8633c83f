package io.casewright.casefile;

import io.casewright.attachment.Attachment;
import io.casewright.attachment.Attachments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out a file so that no browser ever runs or shows it: it may hold anything. */
public final class FileDownload {

    private FileDownload() {}

    /** @throws IOException when it was not taken, or cannot be read */
    public static ResponseEntity<Resource> of(Attachment file, Attachments attachments) throws IOException {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .body(new InputStreamResource(attachments.open(file)));
    }
}
