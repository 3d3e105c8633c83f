package io.casewright.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets requests to some addresses through as long as somebody admits them. */
final class Gate extends OncePerRequestFilter {

    /** Who admits a request, or has answered it when not. */
    @FunctionalInterface
    interface Keeper {
        boolean admits(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final RequestMatcher addresses;
    private final Keeper keeper;

    Gate(RequestMatcher addresses, Keeper keeper) {
        this.addresses = addresses;
        this.keeper = keeper;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !addresses.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (keeper.admits(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Two of these are two gates, each passed once. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return super.getAlreadyFilteredAttributeName() + "@" + System.identityHashCode(this);
    }
}
