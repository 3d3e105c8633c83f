package io.casewright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyLimitFilterTests {

    /** A file has a limit of its own. */
    @ParameterizedTest
    @CsvSource({"application/json, 413", "application/x-www-form-urlencoded, 413", "multipart/form-data;boundary=x, 200"
    })
    void moreThanAMegabyteIsRefusedUnlessItIsAFile(String type, int status) throws Exception {
        var request = new MockHttpServletRequest("POST", "/anywhere");
        request.setContentType(type);
        request.setContent(new byte[(1 << 20) + 1]);
        var response = new MockHttpServletResponse();
        new BodyLimitFilter(new ObjectMapper()).doFilter(request, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(status);
    }
}
