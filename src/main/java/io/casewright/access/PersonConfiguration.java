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

/** Makes the person who is logged in known to controllers, and to templates as {@code person}. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration implements WebMvcConfigurer, HandlerInterceptor {

    private final People people;
    private final PersonArgument argument;

    PersonConfiguration(People people, PersonArgument argument) {
        this.people = people;
        this.argument = argument;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(argument);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/api/**", "/actuator/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        people.of(SecurityContextHolder.getContext().getAuthentication())
                .ifPresent(person -> request.setAttribute("person", person));
        return true;
    }
}
