package io.casewright.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body over one megabyte: by its declared length before it is read, else when that many bytes have come. A list that is handed in
 * may be longer, and files where they belong to a message; where these do not declare their length, the server counts their bytes.
 */
@Component
@Order(0)
class BodyLimitFilter extends OncePerRequestFilter {

    private static final long LIMIT = 1_048_576;
    /** Twice what a list of customers may have, so that one that is too large is told what is allowed. */
    private static final long LIST = 4 * LIMIT;

    private final ObjectMapper json;
    private final List<TakesFiles> takesFiles;
    private final long mostOfParts;

    BodyLimitFilter(ObjectMapper json, List<TakesFiles> takesFiles, MultipartProperties parts) {
        this.json = json;
        this.takesFiles = takesFiles;
        this.mostOfParts = parts.getMaxRequestSize().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hasParts = hasParts(request);
        long length = request.getContentLengthLong();
        long limit = hasParts ? limitOfParts(request) : LIMIT;
        if (length > limit) {
            Problems.write(response, json, Problems.bodyTooLarge(limit));
            return;
        }
        chain.doFilter(length < 0 && !hasParts ? new LimitedRequest(request) : request, response);
    }

    private static boolean hasParts(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private long limitOfParts(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getRequestURI());
        return takesFiles.stream().anyMatch(each -> each.path().matches(path)) ? mostOfParts : LIST;
    }

    static final class BodyTooLarge extends IOException {

        long limit() {
            return LIMIT;
        }
    }

    private static final class LimitedRequest extends HttpServletRequestWrapper {

        LimitedRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream());
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long read;

        LimitedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int bytes) throws BodyTooLarge {
            read += bytes;
            if (read > LIMIT) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
