package dev.mainstay.core.request.reactive;

import java.time.Duration;
import java.util.List;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.Ledger;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.TrustedProxies;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class LifecycleHttpHandlerTests {

	private final Ledger ledger = new Ledger();

	@Test
	void aTestWithoutAServerIsServedAndItsPeerIsNotKnown() {
		RequestLifecycle lifecycle = new RequestLifecycle(() -> List.of(this.ledger), TrustedProxies.none());
		HttpHandler handler = new LifecycleHttpHandler((request, response) -> answer(response), lifecycle,
				new AnswerHeads("X-Request-Id", List::of), RequestOrigin.APPLICATION);
		MockServerHttpResponse response = new MockServerHttpResponse();
		handler.handle(MockServerHttpRequest.get("/").build(), response).block(Duration.ofSeconds(5));
		assertThat(response.getHeaders().getFirst("X-Request-Id")).hasSize(36);
		assertThat(this.ledger.only().status()).isEqualTo(200);
		assertThat(this.ledger.only().peer().address()).isNull();
	}

	private static Mono<Void> answer(ServerHttpResponse response) {
		return response.setComplete();
	}

}
