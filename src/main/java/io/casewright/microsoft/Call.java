package io.casewright.microsoft;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One call to Microsoft. Repeated with the same request id it acts once, so a call that changes something is given an id that
 * is kept with the wish for the change.
 *
 * @param tenantId whose data it is about; for Partner Center it only names the customer in messages
 * @param path from the root of the interface, or the whole address of a page that Microsoft named
 * @param repeatable whether it may be sent again after no answer came
 */
public record Call(
        Api api,
        String tenantId,
        HttpMethod method,
        String path,
        Map<String, String> headers,
        @Nullable Object body,
        UUID requestId,
        boolean repeatable) {

    private static Call of(Api api, String tenantId, HttpMethod method, String path, @Nullable Object body) {
        return new Call(api, tenantId, method, path, Map.of(), body, UUID.randomUUID(), method != HttpMethod.POST);
    }

    /** @param variables values for the parts of the path in braces, in their order; they are encoded */
    public static Call get(Api api, String tenantId, String path, Object... variables) {
        return of(api, tenantId, HttpMethod.GET, expanded(path, variables), null);
    }

    public static Call post(Api api, String tenantId, Object body, String path, Object... variables) {
        return of(api, tenantId, HttpMethod.POST, expanded(path, variables), body);
    }

    public static Call patch(Api api, String tenantId, Object body, String path, Object... variables) {
        return of(api, tenantId, HttpMethod.PATCH, expanded(path, variables), body);
    }

    public static Call put(Api api, String tenantId, Object body, String path, Object... variables) {
        return of(api, tenantId, HttpMethod.PUT, expanded(path, variables), body);
    }

    public static Call delete(Api api, String tenantId, String path, Object... variables) {
        return of(api, tenantId, HttpMethod.DELETE, expanded(path, variables), null);
    }

    /** Reads the page that Microsoft named; an address outside of the interface is refused when it is sent. */
    public static Call follow(Api api, String tenantId, URI page) {
        return of(api, tenantId, HttpMethod.GET, page.toString(), null);
    }

    /** With a parameter of the query; its value is encoded. */
    public Call query(String name, Object value) {
        String parameter = UriComponentsBuilder.newInstance()
                .queryParam(name, "{value}")
                .encode()
                .buildAndExpand(value)
                .toUriString()
                .substring(1);
        return new Call(
                api,
                tenantId,
                method,
                path + (path.contains("?") ? "&" : "?") + parameter,
                headers,
                body,
                requestId,
                repeatable);
    }

    public Call header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(api, tenantId, method, path, Map.copyOf(more), body, requestId, repeatable);
    }

    /** With the id of the wish behind it, which makes it repeatable where the interface looks at the id: Partner Center. */
    public Call requestId(UUID id) {
        return new Call(api, tenantId, method, path, headers, body, id, repeatable || api == Api.PARTNER_CENTER);
    }

    /** As messages name it: interface, method and path, without the query, which may hold words of people. */
    String name() {
        int query = path.indexOf('?');
        String place = query < 0 ? path : path.substring(0, query);
        return api.words() + " " + method + " "
                + (place.startsWith("http") ? URI.create(place).getPath() : place);
    }

    private static String expanded(String path, Object... variables) {
        return UriComponentsBuilder.fromUriString(path)
                .encode()
                .buildAndExpand(variables)
                .toUriString();
    }
}
