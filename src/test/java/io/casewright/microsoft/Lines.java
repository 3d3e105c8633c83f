package io.casewright.microsoft;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import io.casewright.simulator.MicrosoftSimulator;
import io.casewright.testkit.TestMicrosoft;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Lines to Microsoft for tests that do without an application. */
public final class Lines {

    private Lines() {}

    /** To a server that wants no sign-in, such as WireMock. */
    public static MicrosoftLine to(String address, String... more) {
        return line(
                address,
                new SignIn() {
                    @Override
                    public String tokenFor(Call call) {
                        return "token-for-" + call.tenantId();
                    }

                    @Override
                    public void forget(Call call) {}
                },
                more);
    }

    /** To the simulator, signed in there. */
    public static MicrosoftLine to(MicrosoftSimulator simulator, String... more) {
        return line(simulator.address(), new TokenSource(settings(simulator.address(), more), new NothingKept()), more);
    }

    /** As where no key is set. */
    record NothingKept() implements ITokenCacheAccessAspect {

        @Override
        public void beforeCacheAccess(ITokenCacheAccessContext access) {}

        @Override
        public void afterCacheAccess(ITokenCacheAccessContext access) {}
    }

    private static MicrosoftLine line(String address, SignIn signIn, String... more) {
        var settings = settings(address, more);
        return new MicrosoftLine(
                settings, signIn, new Patience(settings, Clock.systemUTC()), new SimpleMeterRegistry());
    }

    /** The settings of tests, with others of the form {@code read-timeout=PT0.3S} on top. */
    public static MicrosoftSettings settings(String address, String... more) {
        List<String> all = new ArrayList<>(TestMicrosoft.settings(address));
        Arrays.stream(more).forEach(setting -> all.add("casewright.microsoft." + setting));
        var source = new MapConfigurationPropertySource(all.stream()
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, last) -> last)));
        return new Binder(source).bindOrCreate("casewright.microsoft", MicrosoftSettings.class);
    }
}
