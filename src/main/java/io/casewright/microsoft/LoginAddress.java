package io.casewright.microsoft;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where tokens are given out. Microsoft's libraries speak to https addresses only, and find no kept token again where there is
 * a port; a sign-in on this machine has no certificate but a port, so it is named to them in another way than it is reached.
 */
record LoginAddress(URI address) {

    LoginAddress {
        if (!"https".equals(address.getScheme()) && !isLoopback(address)) {
            throw new IllegalArgumentException(
                    "casewright.microsoft.login is %s; tokens are fetched by https, or from this machine"
                            .formatted(address));
        }
    }

    /** As the libraries take it. */
    String named() {
        return "https://" + address.getHost() + "/";
    }

    /** Whether it is Microsoft's own or that of a private cloud, which has no list of clouds to look into. */
    boolean isPublicCloud() {
        return address.getHost().endsWith(".microsoftonline.com");
    }

    /** What has to be asked in place of an address that a library made from {@link #named()}. */
    URI reached(URI made) {
        return made.getHost().equals(address.getHost())
                ? URI.create(address.getScheme() + "://" + address.getRawAuthority() + made.getRawPath()
                        + (made.getRawQuery() == null ? "" : "?" + made.getRawQuery()))
                : made;
    }

    private static boolean isLoopback(URI address) {
        try {
            return "http".equals(address.getScheme())
                    && InetAddress.getByName(address.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
