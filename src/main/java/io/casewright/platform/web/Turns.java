package io.casewright.platform.web;

import io.casewright.platform.database.DatabaseAway;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets only a few requests change the same case or task at once: those that wait for a locked one wait here, without a connection. */
@Configuration(proxyBeanMethods = false)
class Turns implements WebMvcConfigurer, HandlerInterceptor {

    private static final int AT_ONCE = 4;
    private static final int LANES = 512;
    private static final String HELD = Turns.class.getName();
    private static final Set<String> CHANGING =
            Set.of(HttpMethod.POST.name(), HttpMethod.PUT.name(), HttpMethod.PATCH.name(), HttpMethod.DELETE.name());

    private final List<Semaphore> lanes =
            Stream.generate(() -> new Semaphore(AT_ONCE, true)).limit(LANES).toList();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Object named = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (CHANGING.contains(request.getMethod())
                && request.getDispatcherType() == DispatcherType.REQUEST
                && named instanceof Map<?, ?> names
                && !names.isEmpty()) {
            var lane = lanes.get(Math.floorMod(names.hashCode(), LANES));
            enter(lane);
            request.setAttribute(HELD, lane);
        }
        return true;
    }

    private static void enter(Semaphore lane) {
        try {
            if (!lane.tryAcquire(DatabaseAway.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotAcquireLockException("Others change the same already");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotAcquireLockException("Interrupted before its turn came", e);
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(HELD) instanceof Semaphore lane) {
            request.removeAttribute(HELD);
            lane.release();
        }
    }
}
