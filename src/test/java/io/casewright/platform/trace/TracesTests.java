package io.casewright.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TracesTests {

    private static final String REQUEST = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final Spans spans = new Spans();
    private final Traces traces = traces();

    @Test
    void goesOnWithWhatWasCarried() {
        var carried = new ArrayList<String>();
        traces.goOn(REQUEST, "outbox", null, () -> carried.add(traces.current().orElseThrow()));
        traces.goOn(carried.getFirst(), "job", null, () -> {});
        assertThat(spans.ended).extracting(SpanData::getTraceId).containsOnly("0af7651916cd43dd8448eb211c80319c");
        assertThat(spans.ended.get(1).getParentSpanId())
                .isEqualTo(spans.ended.getFirst().getSpanId());
        assertThat(traces.current()).as("afterwards").isEmpty();
    }

    @Test
    void whatCannotBeUsedIsATraceOfItsOwn() {
        traces.goOn("nonsense", "job", null, () -> {});
        traces.goOn(7, "job", null, () -> {});
        traces.goOn(null, "job", null, () -> {});
        assertThat(spans.ended).extracting(SpanData::getParentSpanId).hasSize(3).containsOnly("0000000000000000");
    }

    @Test
    void theLogNamesTheCaseMeanwhile() {
        MDC.put("case", "CW-2026-000001");
        try {
            var seen = new ArrayList<String>();
            traces.goOn(null, "job", "CW-2026-000042", () -> seen.add(MDC.get("case")));
            assertThat(seen).containsExactly("CW-2026-000042");
            assertThat(MDC.get("case")).isEqualTo("CW-2026-000001");
        } finally {
            MDC.remove("case");
        }
    }

    @Test
    void aFailureIsMarkedWithoutItsWords() {
        assertThatThrownBy(() -> traces.goOn(null, "job", null, () -> {
                    throw new IllegalStateException("Ida's mailbox");
                }))
                .hasMessage("Ida's mailbox");
        var span = spans.ended.getFirst();
        assertThat(span.getAttributes().get(AttributeKey.stringKey("error"))).isEqualTo("IllegalStateException");
        assertThat(span.toString()).doesNotContain("Ida");
    }

    private Traces traces() {
        var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        var otel = provider.get("test");
        return new Traces(
                new OtelTracer(otel, new OtelCurrentTraceContext(), event -> {}),
                new OtelPropagator(ContextPropagators.create(W3CTraceContextPropagator.getInstance()), otel));
    }

    private static final class Spans implements SpanExporter {

        private final List<SpanData> ended = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            ended.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
