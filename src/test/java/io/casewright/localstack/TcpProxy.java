package io.casewright.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way from one part to another that can be cut: either connections break and no new one is had, or nothing passes any more. */
public final class TcpProxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final int target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService work = Executors.newVirtualThreadPerTaskExecutor();
    private State state = State.OPEN;

    /** How the way is. */
    public enum State {
        OPEN,
        /** Connections break, and new ones are refused. */
        BROKEN,
        /** Whatever is sent waits on the way. */
        SILENT
    }

    private TcpProxy(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
    }

    /** A way to a port of this machine. */
    public static TcpProxy to(int port) {
        try {
            var proxy = new TcpProxy(port, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            proxy.work.execute(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that the way begins at. */
    public int port() {
        return door.getLocalPort();
    }

    /** From now on the way is so. */
    public synchronized void be(State next) {
        state = next;
        if (next == State.BROKEN) {
            open.forEach(TcpProxy::close);
        }
        notifyAll();
    }

    /** The state, once something may pass. */
    private synchronized State awaitDecision() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
        return state;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var from = door.accept();
                work.execute(() -> connect(from));
            } catch (IOException e) {
                // Closed.
            }
        }
    }

    private void connect(Socket from) {
        try {
            if (awaitDecision() == State.BROKEN) {
                close(from);
                return;
            }
            var to = new Socket();
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
            open.add(from);
            open.add(to);
            work.execute(() -> pass(to, from));
            pass(from, to);
        } catch (IOException e) {
            close(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close(from);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[16 * 1024];
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (awaitDecision() == State.BROKEN) {
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side is gone, and so the other goes.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is gone anyway.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open.forEach(TcpProxy::close);
        work.shutdownNow();
    }
}
