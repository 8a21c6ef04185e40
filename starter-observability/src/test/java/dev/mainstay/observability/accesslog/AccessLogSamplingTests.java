package dev.mainstay.observability.accesslog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.core.request.TraceIds;
import dev.mainstay.observability.SampleRequest;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;

class AccessLogSamplingTests {

	private static final SlowRequests SLOW = SlowRequests.above(Duration.ofMillis(500), Map.of("/reports",
			Duration.ofSeconds(5), "/orders/{id}", Duration.ofMillis(100), "/events", Duration.ZERO));

	private final Logger logger = (Logger) LoggerFactory.getLogger(AccessLog.LOGGER_NAME);

	private final ListAppender<ILoggingEvent> events = new ListAppender<>();

	@BeforeEach
	void listen() {
		this.events.start();
		this.logger.addAppender(this.events);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.events);
	}

	@Test
	void marksWhatWasSlowForItsRoute() {
		assertThat(isSlow("/orders/{id}", 99)).isFalse();
		assertThat(isSlow("/orders/{id}", 100)).isTrue();
		assertThat(isSlow("/reports", 4999)).isFalse();
		assertThat(isSlow("/reports", 5000)).isTrue();
		assertThat(isSlow("/other", 499)).isFalse();
		assertThat(isSlow(null, 500)).isTrue();
		assertThat(isSlow("/events", 3_600_000)).isFalse();
	}

	@Test
	void saysThatARequestWasSlow() {
		SampleRequest request = new SampleRequest().duration(Duration.ofMillis(700));
		new AccessLog(TextMasker.none(), SLOW, 1, true).onCompletion(request);
		new AccessLog(TextMasker.none(), SLOW, 1, true).onCompletion(new SampleRequest());
		assertThat(this.events.list).extracting(ILoggingEvent::getFormattedMessage)
			.containsExactly("GET /orders/{id} 200 700 ms slow", "GET /orders/{id} 200 12 ms");
		assertThat(this.events.list.get(0).getKeyValuePairs()).contains(new KeyValuePair("slow", true));
		assertThat(this.events.list.get(1).getKeyValuePairs()).noneMatch((pair) -> pair.key.equals("slow"));
	}

	@Test
	void leavesOutOnlyWhatIsOrdinary() {
		AccessLog none = new AccessLog(TextMasker.none(), SLOW, 0, true);
		none.onCompletion(new SampleRequest());
		none.onCompletion(new SampleRequest().status(302));
		assertThat(this.events.list).isEmpty();
		none.onCompletion(new SampleRequest().status(400));
		none.onCompletion(new SampleRequest().status(503));
		none.onCompletion(new SampleRequest().outcome(RequestOutcome.ABORTED));
		none.onCompletion(new SampleRequest().outcome(RequestOutcome.TIMED_OUT).status(null));
		none.onCompletion(new SampleRequest().duration(Duration.ofSeconds(1)));
		assertThat(this.events.list).hasSize(5);
	}

	@Test
	void choosesTheSameRequestsAsTheSamplerOfOpenTelemetry() {
		Sampler sampler = Sampler.traceIdRatioBased(0.1);
		AccessLog some = new AccessLog(TextMasker.none(), SLOW, 0.1, true);
		Random random = new Random(7);
		List<String> ids = IntStream.range(0, 10_000)
			.mapToObj((i) -> "%016x%016x".formatted(random.nextLong(), random.nextLong()))
			.toList();
		for (String id : ids) {
			some.onCompletion(new SampleRequest().path("/" + id).traceIds(new TraceIds(id, "s".repeat(16), false)));
		}
		assertThat(this.events.list).hasSizeBetween(800, 1200);
		assertThat(this.events.list.stream().map(AccessLogSamplingTests::path)).containsExactlyElementsOf(
				ids.stream().filter((id) -> isSampled(sampler, id)).map((id) -> "/" + id).toList());
	}

	@Test
	void choosesByTheRequestIdWhereThereIsNoTrace() {
		AccessLog half = new AccessLog(TextMasker.none(), SLOW, 0.5, true);
		for (int i = 0; i < 1000; i++) {
			half.onCompletion(new SampleRequest().traceIds(null).requestId("request-" + i));
		}
		assertThat(this.events.list).hasSizeBetween(350, 650);
	}

	private static boolean isSlow(String route, long millis) {
		return SLOW.isSlow(new SampleRequest().route(route).duration(Duration.ofMillis(millis)));
	}

	private static boolean isSampled(Sampler sampler, String traceId) {
		return sampler.shouldSample(Context.root(), traceId, "test", SpanKind.SERVER, Attributes.empty(), List.of())
			.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
	}

	private static Object path(ILoggingEvent event) {
		return event.getKeyValuePairs()
			.stream()
			.filter((pair) -> pair.key.equals("url.path"))
			.findFirst()
			.orElseThrow().value;
	}

}
