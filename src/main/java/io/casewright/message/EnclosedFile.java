package io.casewright.message;

import jakarta.activation.DataSource;
import jakarta.mail.EncodingAware;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;

/** A file as a part of a mail; it is read while the mail is sent, and arrives byte by byte as it is. */
record EnclosedFile(LetterFile file) implements DataSource, EncodingAware {

    /** A whole mail within another may not be encoded, and would be read as a part of it. */
    @Override
    public String getContentType() {
        String type = file.mediaType().toLowerCase(Locale.ROOT);
        return type.startsWith("message/") || type.startsWith("multipart/") ? "application/octet-stream" : type;
    }

    @Override
    public String getEncoding() {
        return "base64";
    }

    @Override
    public String getName() {
        return file.name();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return file.open();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        throw new IOException("A file of a letter is only read");
    }
}
