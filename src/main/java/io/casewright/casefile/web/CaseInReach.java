package io.casewright.casefile.web;

import io.casewright.access.Callers;
import io.casewright.casefile.application.CaseAccess;
import io.casewright.casefile.domain.CaseNumber;
import io.casewright.casefile.domain.SupportCase;
import io.casewright.platform.web.RequestRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives a method of the REST interface the case that its address names, so that none can forget to ask whether the caller may see it. */
@Configuration(proxyBeanMethods = false)
class CaseInReach implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final CaseAccess access;
    private final Callers callers;

    CaseInReach(CaseAccess access, Callers callers) {
        this.access = access;
        this.callers = callers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(InReach.class);
    }

    @Override
    public SupportCase resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer page,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String number = numberIn(request);
        return CaseNumber.parse(number)
                .flatMap(parsed -> access.find(parsed, callers.current().reach()))
                .orElseThrow(() -> noSuchCase(number));
    }

    static RequestRefused noSuchCase(String number) {
        return RequestRefused.notFound(CaseNumber.parse(number)
                .map(parsed -> "There is no case " + parsed)
                .orElse("That is not a case number; case numbers look like CW-2026-000001"));
    }

    private static String numberIn(NativeWebRequest request) {
        var variables = (Map<?, ?>) Objects.requireNonNull(
                request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
        return String.valueOf(variables.get("number"));
    }
}
