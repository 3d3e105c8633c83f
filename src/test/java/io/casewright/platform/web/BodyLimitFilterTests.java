package io.casewright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class BodyLimitFilterTests {

    private static final int MEGABYTE = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "/anywhere, application/json, 1, 200",
        "/anywhere, application/json, 2, 413",
        "/anywhere, application/x-www-form-urlencoded, 2, 413",
        "/anywhere, multipart/form-data;boundary=x, 4, 200",
        "/anywhere, multipart/form-data;boundary=x, 5, 413",
        "/cases/7/files, multipart/form-data;boundary=x, 5, 200",
        "/cases/7/files, multipart/form-data;boundary=x, 10, 200",
        "/cases/7/files, multipart/form-data;boundary=x, 11, 413",
        "/cases/7/files, application/json, 2, 413"
    })
    void aBodyIsAsLargeAsWhatItIs(String path, String type, int megabytes, int status) throws Exception {
        assertThat(answerTo(request(path, type, megabytes * MEGABYTE))).isEqualTo(status);
    }

    private static MockHttpServletRequest request(String path, String type, int length) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContentType(type);
        request.setContent(new byte[length]);
        return request;
    }

    private static int answerTo(MockHttpServletRequest request) throws Exception {
        var parts = new MultipartProperties();
        parts.setMaxRequestSize(DataSize.ofMegabytes(10));
        var response = new MockHttpServletResponse();
        new BodyLimitFilter(new ObjectMapper(), List.of(TakesFiles.at("/cases/{number}/files")), parts)
                .doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}
