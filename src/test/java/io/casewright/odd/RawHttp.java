package io.casewright.odd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes to a server and takes what comes back until it closes. */
final class RawHttp {

    private static final int PATIENCE_MS = 15_000;
    private static final int ENOUGH = 256 * 1024;

    private final InetSocketAddress server;

    RawHttp(URI server) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
    }

    /** @param status 0 when no answer came */
    record Answer(int status, String text) {}

    Answer send(RawRequest request) {
        var taken = new ByteArrayOutputStream();
        try (var socket = new Socket()) {
            socket.connect(server, PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.bytes());
            socket.getOutputStream().flush();
            byte[] part = new byte[8192];
            var in = socket.getInputStream();
            for (int count = in.read(part); count >= 0 && taken.size() < ENOUGH; count = in.read(part)) {
                taken.write(part, 0, count);
            }
        } catch (IOException e) {
            // What came before that counts.
        }
        String text = taken.toString(StandardCharsets.UTF_8);
        return new Answer(text.matches("(?s)HTTP/1\\.1 \\d{3}.*") ? Integer.parseInt(text.substring(9, 12)) : 0, text);
    }
}
