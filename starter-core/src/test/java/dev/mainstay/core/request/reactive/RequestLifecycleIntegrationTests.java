package dev.mainstay.core.request.reactive;

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
 * Netty: none of ten thousand requests is lost or doubled.
 */
@SpringBootTest(classes = ReactiveEndingsApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.main.web-application-type=reactive")
class RequestLifecycleIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Ledger ledger;

	@Test
	void theServersLedgerEqualsTheClients() throws Exception {
		this.ledger.clear();
		RequestMix mix = completed(RequestMix.onNetty());
		failed(mix).aborted(150, "/big")
			.aborted(150, "/sse-endless")
			.refused(300, "GARBAGE\r\n\r\n", null, 400)
			.refused(300, "GET /a|b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "/a|b", 400)
			.refused(300, "GET /bad HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n", "/bad", 400)
			.half(200);
		assertThat(mix.size()).isEqualTo(10_200);
		mix.fire(this.port);
		mix.compareWith(this.ledger);
		assertThat(this.ledger.requests()).filteredOn((request) -> request.requestId() != null)
			.extracting(CompletedRequest::requestId)
			.doesNotHaveDuplicates();
	}

	private static RequestMix completed(RequestMix mix) {
		return mix.answered(4500, "/ok/1", 200, RequestOutcome.COMPLETED)
			.answered(500, "/functional/1", 200, RequestOutcome.COMPLETED)
			.answered(700, "/nowhere", 404, RequestOutcome.COMPLETED)
			.answered(600, "/status", 409, RequestOutcome.COMPLETED)
			.answered(300, "/redirect", 302, RequestOutcome.COMPLETED)
			.alone(300, "/elsewhere", 200, RequestOutcome.COMPLETED)
			.alone(200, "/sse", 200, RequestOutcome.COMPLETED);
	}

	private static RequestMix failed(RequestMix mix) {
		return mix.answered(600, "/throws/1", 500, RequestOutcome.FAILED)
			.answered(300, "/filter-before", 500, RequestOutcome.FAILED)
			.answered(300, "/filter-after", 500, RequestOutcome.FAILED)
			.alone(200, "/late-failure", 500, RequestOutcome.FAILED)
			.alone(300, "/fails-after-commit", 200, RequestOutcome.FAILED);
	}

}
