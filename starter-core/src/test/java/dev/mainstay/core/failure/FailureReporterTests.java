package dev.mainstay.core.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TraceIds;
import dev.mainstay.core.request.TrustedProxies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class FailureReporterTests {

	private static final String LOGGER = "org.apache.catalina.core.ContainerBase.x";

	private final List<Throwable> told = new ArrayList<>();

	private final ReportedFailures reported = new ReportedFailures();

	private final Exception failure = new IllegalStateException("x");

	@Test
	void aFailureOfOneRequestIsReportedOnce() {
		FailureReporter reporter = reporter((failure) -> 500);
		RequestExchange exchange = exchange();
		reporter.report(this.failure, exchange);
		reporter.report(new RuntimeException(this.failure), exchange);
		assertThat(this.told).containsExactly(this.failure);
	}

	@Test
	void theSameInstanceThatFailsAnotherRequestIsAnotherFailure(CapturedOutput output) {
		FailureReporter reporter = reporter((failure) -> 500);
		for (int i = 0; i < 3; i++) {
			reporter.report(new RuntimeException(this.failure), exchange());
		}
		reporter.report(this.failure, null);
		reporter.report(this.failure, null);
		assertThat(this.told).hasSize(5);
		assertThat(output.toString().split("Failed ", -1)).hasSize(6);
	}

	@Test
	void aRepeatedReportStillKnowsItsRepetitions() {
		FailureReporter reporter = reporter((failure) -> 500);
		RequestExchange exchange = exchange();
		reporter.report(this.failure, exchange, LOGGER);
		reporter.report(this.failure, exchange, LOGGER);
		assertThat(this.reported.isRepetition(LOGGER, null, this.failure)).isTrue();
	}

	@Test
	void whatIsTheCallersFaultIsNoError(CapturedOutput output) {
		reporter((failure) -> 400).report(this.failure, exchange());
		assertThat(output).contains("INFO", "Rejected GET without a handler: java.lang.IllegalStateException");
	}

	@Test
	void whatCannotBeAnsweredAnyMoreIsAnError(CapturedOutput output) {
		RequestExchange exchange = exchange();
		exchange.committed(200);
		reporter((failure) -> 400).report(this.failure, exchange);
		assertThat(output).contains("ERROR", "Failed GET").doesNotContain("Rejected");
	}

	@Test
	void nothingThatItAsksCanFailTheRequest(CapturedOutput output) {
		new FailureReporter(this.reported, (failure) -> {
			throw new StackOverflowError("expected by the test");
		}, () -> {
			throw new IllegalStateException("expected by the test");
		}).report(this.failure, exchange(), LOGGER);
		assertThat(output).contains("ERROR", "Failed GET");
		assertThat(this.reported.isRepetition(LOGGER, null, this.failure)).isTrue();
	}

	@Test
	void anErrorOfAListenerKeepsNothingFromTheNext() {
		FailureListener broken = (failure, exchange) -> {
			throw new AssertionError("expected by the test");
		};
		new FailureReporter(this.reported, (failure) -> 500,
				() -> List.of(broken, (failure, exchange) -> this.told.add(failure)))
			.report(this.failure, exchange());
		assertThat(this.told).containsExactly(this.failure);
	}

	@Test
	void theIdsAreThereWhileItIsReportedAlsoOnAThreadThatHasNone() {
		RequestExchange exchange = exchange();
		exchange.identify("r-1");
		exchange.traced(new TraceIds("t-1", "s-1", true));
		List<String> ids = new ArrayList<>();
		new FailureReporter(this.reported, (failure) -> 500, () -> List.of((failure, request) -> {
			ids.add(MDC.get("requestId"));
			ids.add(MDC.get("traceId"));
			ids.add(MDC.get("spanId"));
		})).report(this.failure, exchange);
		assertThat(ids).containsExactly("r-1", "t-1", "s-1");
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

	@Test
	void theEventSaysWhatTheRequestWasAndHowItIsAnswered() {
		RequestExchange exchange = exchange();
		exchange.routed("/orders/{id}");
		assertThat(pairs(() -> reporter((failure) -> 503).report(this.failure, exchange)))
			.containsExactly("http.request.method=GET", "http.response.status_code=503", "http.route=/orders/{id}");
		RequestExchange late = exchange();
		late.committed(200);
		assertThat(pairs(() -> reporter((failure) -> 503).report(this.failure, late)))
			.containsExactly("http.request.method=GET", "http.response.status_code=200");
		assertThat(pairs(() -> reporter((failure) -> 500).answered(exchange(), 404, "not-found")))
			.containsExactly("http.request.method=GET", "http.response.status_code=404");
		assertThat(pairs(() -> reporter((failure) -> 500).report(this.failure, null))).isEmpty();
	}

	private static List<String> pairs(Runnable work) {
		Logger logger = (Logger) LoggerFactory.getLogger("mainstay.failure");
		ListAppender<ILoggingEvent> events = new ListAppender<>();
		events.start();
		logger.addAppender(events);
		try {
			work.run();
		}
		finally {
			logger.detachAppender(events);
		}
		List<KeyValuePair> pairs = events.list.get(0).getKeyValuePairs();
		return (pairs != null) ? pairs.stream().map((pair) -> pair.key + "=" + pair.value).toList() : List.of();
	}

	private FailureReporter reporter(ToIntFunction<Throwable> status) {
		return new FailureReporter(this.reported, status, () -> List.of((failure, exchange) -> this.told.add(failure)));
	}

	private static RequestExchange exchange() {
		return new RequestLifecycle(List::of, TrustedProxies.none())
			.begin(new RequestStart("GET", "/", Peer.unknown(), RequestOrigin.APPLICATION, System.nanoTime()));
	}

}
