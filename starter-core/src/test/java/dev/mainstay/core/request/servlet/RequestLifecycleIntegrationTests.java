package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.Ledger;
import dev.mainstay.core.request.RequestMix;
import dev.mainstay.core.request.RequestOutcome;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tomcat: none of ten thousand requests is lost or doubled.
 */
@SpringBootTest(classes = EndingsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RequestLifecycleIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Ledger ledger;

	@Test
	void theServersLedgerEqualsTheClients() throws Exception {
		this.ledger.clear();
		RequestMix mix = completed(RequestMix.onTomcat());
		failed(mix).aborted(100, "/big")
			.aborted(40, "/sse-endless")
			.refused(300, "GARBAGE\r\n\r\n", null, 400)
			.refused(300, "GET /two-hosts HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", "/two-hosts",
					400)
			.refused(300, "GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "/%00", 400)
			.half(200);
		assertThat(mix.size()).isEqualTo(10_200);
		mix.fire(this.port);
		mix.compareWith(this.ledger);
		assertThat(this.ledger.requests()).filteredOn((request) -> request.requestId() != null)
			.extracting(CompletedRequest::requestId)
			.doesNotHaveDuplicates();
	}

	private static RequestMix completed(RequestMix mix) {
		return mix.answered(4400, "/ok/1", 200, RequestOutcome.COMPLETED)
			.answered(500, "/functional/1", 200, RequestOutcome.COMPLETED)
			.answered(700, "/nowhere", 404, RequestOutcome.COMPLETED)
			.answered(500, "/send-error", 418, RequestOutcome.COMPLETED)
			.answered(300, "/forward", 200, RequestOutcome.COMPLETED)
			.answered(300, "/streaming", 200, RequestOutcome.COMPLETED)
			.answered(200, "/sse", 200, RequestOutcome.COMPLETED)
			.answered(200, "/future", 200, RequestOutcome.COMPLETED)
			.answered(100, "/raw-async", 200, RequestOutcome.COMPLETED);
	}

	private static RequestMix failed(RequestMix mix) {
		return mix.answered(500, "/throws/1", 500, RequestOutcome.FAILED)
			.answered(300, "/filter-before", 500, RequestOutcome.FAILED)
			.answered(300, "/filter-after", 500, RequestOutcome.FAILED)
			.answered(200, "/late-failure", 500, RequestOutcome.FAILED)
			.answered(120, "/deferred-timeout", 503, RequestOutcome.TIMED_OUT)
			.answered(40, "/raw-timeout", 500, RequestOutcome.TIMED_OUT)
			.alone(200, "/fails-after-commit", 200, RequestOutcome.FAILED)
			.alone(100, "/sse-fails", 200, RequestOutcome.FAILED);
	}

}
