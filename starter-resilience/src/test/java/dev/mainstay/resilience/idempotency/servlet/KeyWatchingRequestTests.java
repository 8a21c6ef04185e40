package dev.mainstay.resilience.idempotency.servlet;

import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class KeyWatchingRequestTests {

	private final AtomicInteger reads = new AtomicInteger();

	private final MockHttpServletRequest original = new MockHttpServletRequest();

	private final KeyWatchingRequest watched = new KeyWatchingRequest(this.original, this.reads::incrementAndGet);

	KeyWatchingRequestTests() {
		this.original.addHeader("Idempotency-Key", "k");
		this.original.addHeader("Accept", "a");
	}

	@Test
	void whoAsksForTheKeyIsNoticed() {
		assertThat(this.watched.getHeader("idempotency-key")).isEqualTo("k");
		assertThat(Collections.list(this.watched.getHeaders("Idempotency-Key"))).containsExactly("k");
		assertThat(new ServletServerHttpRequest(this.watched).getHeaders().getFirst("Idempotency-Key")).isEqualTo("k");
		assertThat(this.reads).hasValue(3);
	}

	@Test
	void whoAsksForAnotherHeaderOrForAllIsNot() {
		assertThat(this.watched.getHeader("Accept")).isEqualTo("a");
		Collections.list(this.watched.getHeaderNames()).forEach(this.watched::getHeaders);
		assertThat(this.reads).hasValue(0);
		this.watched.getHeader("Idempotency-Key");
		assertThat(this.reads).hasValue(1);
	}

}
