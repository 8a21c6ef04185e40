package dev.mainstay.core.request;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChosenHandlersTests {

	private final Ledger ledger = new Ledger();

	private RequestExchange exchange;

	@BeforeEach
	void begin() {
		RequestLifecycle lifecycle = new RequestLifecycle(() -> List.of(this.ledger), TrustedProxies.of(List.of()));
		this.exchange = lifecycle.begin(new RequestStart("GET", "/orders/1",
				new Peer("127.0.0.1", "127.0.0.1", List.of(), false), RequestOrigin.APPLICATION, System.nanoTime()));
	}

	@Test
	void notesTheTemplateAndWhoseRequestItIs() {
		new ChosenHandlers((handler, pattern) -> RequestOrigin.PROBE).note(this.exchange, this, "/orders/{id}");
		assertThat(completed().route()).isEqualTo("/orders/{id}");
		assertThat(completed().origin()).isEqualTo(RequestOrigin.PROBE);
	}

	@Test
	void whoCannotTellWhoseRequestItIsDoesNotFailIt() {
		new ChosenHandlers((handler, pattern) -> {
			throw new IllegalStateException("the context closes");
		}).note(this.exchange, this, "/orders/{id}");
		assertThat(completed().route()).isEqualTo("/orders/{id}");
		assertThat(completed().origin()).isEqualTo(RequestOrigin.APPLICATION);
	}

	private CompletedRequest completed() {
		this.exchange.complete(new RequestEnd(200, false, 0, 0));
		return this.ledger.requests().get(0);
	}

}
