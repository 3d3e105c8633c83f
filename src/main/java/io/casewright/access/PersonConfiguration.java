package io.casewright.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes who is logged in and who calls known to controllers, and the person to templates as {@code person}. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration implements WebMvcConfigurer, HandlerInterceptor {

    private final People people;
    private final PersonArgument person;
    private final CallerArgument caller;

    PersonConfiguration(People people, PersonArgument person, CallerArgument caller) {
        this.people = people;
        this.person = person;
        this.caller = caller;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(person);
        resolvers.add(caller);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/actuator/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        people.of(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(found -> request.setAttribute("person", found));
        return true;
    }
}
