package io.casewright.platform.trace;

import io.micrometer.tracing.exporter.SpanFilter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** What is kept out of traces, and what is put beside them in the log. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    /** Addresses name people, and messages of exceptions quote what somebody sent. */
    @Bean
    SpanFilter withoutWords() {
        return span -> {
            var tags = new HashMap<>(span.getTags());
            tags.remove("http.url");
            return span.setTags(tags).setEvents(List.of());
        };
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> caseInTheLog() {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new CaseInTheLog());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** The number of the case that a request is about, if its address says one. */
    private static final class CaseInTheLog extends OncePerRequestFilter {

        private static final Pattern NUMBER = Pattern.compile("/(CW-\\d{4}-\\d{6})(?![^/])");

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var number = NUMBER.matcher(request.getRequestURI());
            if (!number.find()) {
                chain.doFilter(request, response);
                return;
            }
            try (var about = MDC.putCloseable(Traces.CASE, number.group(1))) {
                chain.doFilter(request, response);
            }
        }
    }
}
