package io.casewright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HeaderFilterTests {

    private final HeaderFilter filter = new HeaderFilter(new ObjectMapper());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            X-Odd        | a\u0085b                        | 400
            X-Odd        | a\u009fb                        | 400
            Content-Type | */*                             | 415
            Content-Type | application/*                   | 415
            Content-Type | nonsense                        | 400
            Content-Type | multipart/form-data             | 400
            Content-Type | multipart/form-data; boundary=  | 400
            """)
    void whatNobodyCanReadIsRefusedWithItsName(String header, String value, int status) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/cases");
        request.addHeader(header, value);
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentAsString()).contains("\"field\":\"" + header + "\"");
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void everythingElseGoesOn() throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/cases");
        request.addHeader("Content-Type", "application/json; charset=utf-8");
        request.addHeader("X-Odd", "tab\tand é");
        var chain = new MockFilterChain();
        filter.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isNotNull();
    }
}
