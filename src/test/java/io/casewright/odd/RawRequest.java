package io.casewright.odd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request byte by byte, as no client library would let it through. */
record RawRequest(String method, String target, List<String> headers, byte[] body) {

    RawRequest with(String header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(method, target, more, body);
    }

    RawRequest without(String name) {
        return new RawRequest(
                method,
                target,
                headers.stream()
                        .filter(header -> !header.toLowerCase().startsWith(name.toLowerCase() + ":"))
                        .toList(),
                body);
    }

    RawRequest to(String otherTarget) {
        return new RawRequest(method, otherTarget, headers, body);
    }

    RawRequest by(String otherMethod) {
        return new RawRequest(otherMethod, target, headers, body);
    }

    RawRequest saying(byte[] otherBody) {
        return new RawRequest(method, target, headers, otherBody);
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var head = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.length > 0 && headers.stream().noneMatch(header -> header.startsWith("Transfer-Encoding:"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n");
        out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    @Override
    public String toString() {
        String said = text();
        return method + " " + target + " "
                + headers.stream()
                        .filter(header -> !header.startsWith("Authorization"))
                        .toList() + (said.isEmpty() ? "" : " " + said.substring(0, Math.min(300, said.length())));
    }
}
