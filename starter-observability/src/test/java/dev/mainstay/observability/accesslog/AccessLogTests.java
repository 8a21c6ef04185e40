package dev.mainstay.observability.accesslog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestOutcome;
import dev.mainstay.observability.SampleRequest;
import dev.mainstay.observability.masking.MaskingEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class AccessLogTests {

	private final AccessLog accessLog = new AccessLog(MaskingEngine.create(List.of()));

	private final Logger logger = (Logger) LoggerFactory.getLogger(AccessLog.LOGGER_NAME);

	private final ListAppender<ILoggingEvent> events = new ListAppender<>() {

		@Override
		protected void append(ILoggingEvent event) {
			event.prepareForDeferredProcessing();
			super.append(event);
		}

	};

	@BeforeEach
	void listen() {
		this.events.start();
		this.logger.addAppender(this.events);
	}

	@AfterEach
	void stopListening() {
		this.logger.detachAppender(this.events);
		MDC.clear();
	}

	@Test
	void logsTheRequestWithTheNamesOfTheSemanticConventions() {
		ILoggingEvent event = log(new SampleRequest());
		assertThat(event.getFormattedMessage()).isEqualTo("GET /orders/{id} 200 12 ms");
		assertThat(attributes(event)).containsOnly(entry("http.request.method", "GET"),
				entry("http.route", "/orders/{id}"), entry("url.path", "/orders/7"),
				entry("http.response.status_code", 200), entry("http.server.request.duration", 0.012346),
				entry("http.response.body.size", 42L), entry("client.address", "192.0.2.7"),
				entry("outcome", "completed"), entry("origin", "application"));
	}

	@Test
	void namesTheFailure() {
		ILoggingEvent event = log(new SampleRequest().status(500)
			.outcome(RequestOutcome.FAILED)
			.failure(new IllegalStateException("password=hunter2")));
		assertThat(event.getFormattedMessage()).isEqualTo("GET /orders/{id} 500 12 ms failed");
		assertThat(attributes(event)).containsEntry("error.type", "java.lang.IllegalStateException");
		assertThat(attributes(log(new SampleRequest().status(503)))).containsEntry("error.type", "503");
		assertThat(attributes(log(new SampleRequest().status(404)))).doesNotContainKey("error.type");
	}

	@Test
	void logsWhatTheContainerRejected() {
		ILoggingEvent event = log(new SampleRequest().method(null)
			.path(null)
			.route(null)
			.status(400)
			.requestId(null)
			.traceIds(null)
			.outcome(RequestOutcome.REJECTED)
			.origin(RequestOrigin.CONTAINER));
		assertThat(event.getFormattedMessage()).isEqualTo("_OTHER - 400 12 ms rejected");
		assertThat(event.getMDCPropertyMap()).isEmpty();
	}

	@Test
	void saysHowTheRequestEndedInSmallLetters() {
		ILoggingEvent event = log(new SampleRequest().outcome(RequestOutcome.TIMED_OUT).status(null));
		assertThat(event.getFormattedMessage()).isEqualTo("GET /orders/{id} - 12 ms timed-out");
		assertThat(attributes(event)).containsEntry("outcome", "timed-out");
	}

	@Test
	void masksAndCleansThePath() {
		ILoggingEvent event = log(
				new SampleRequest().method("G\u001bT").route(null).path("/a;jsessionid=abc\u001b[2J/4111111111111111"));
		assertThat(event.getFormattedMessage()).startsWith("_OTHER /a;jsessionid=[masked]");
		assertThat(event.getFormattedMessage() + attributes(event)).doesNotContain("\u001b", "abc", "4111");
		assertThat(log(new SampleRequest().route(null).path("/" + "x".repeat(9000))).getFormattedMessage())
			.hasSizeLessThan(300);
	}

	@Test
	void logsNothingWhereItIsSwitchedOff() {
		new AccessLog(MaskingEngine.none(), false).onCompletion(new SampleRequest());
		assertThat(this.events.list).isEmpty();
	}

	@Test
	void leavesProbesOut() {
		this.accessLog.onCompletion(new SampleRequest().origin(RequestOrigin.PROBE));
		assertThat(this.events.list).isEmpty();
	}

	@Test
	void hasTheIdsInTheMdcOfTheEventOnly() {
		MDC.put("requestId", "of somebody else");
		MDC.put("tenant", "t1");
		ILoggingEvent event = log(new SampleRequest());
		assertThat(event.getMDCPropertyMap()).containsOnly(entry("requestId", "r1"), entry("traceId", "t".repeat(32)),
				entry("spanId", "s".repeat(16)), entry("tenant", "t1"));
		assertThat(MDC.getCopyOfContextMap()).containsOnly(entry("requestId", "of somebody else"),
				entry("tenant", "t1"));
	}

	@Test
	void doesNotLendARequestTheIdsOfAnother() {
		MDC.put("traceId", "of somebody else");
		assertThat(log(new SampleRequest().traceIds(null)).getMDCPropertyMap()).containsOnly(entry("requestId", "r1"));
	}

	private ILoggingEvent log(SampleRequest request) {
		this.events.list.clear();
		this.accessLog.onCompletion(request);
		assertThat(this.events.list).hasSize(1);
		return this.events.list.get(0);
	}

	private static Map<String, Object> attributes(ILoggingEvent event) {
		return event.getKeyValuePairs().stream().collect(Collectors.toMap((pair) -> pair.key, (pair) -> pair.value));
	}

}
