package dev.mainstay.core.request.reactive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.Peer;
import dev.mainstay.core.request.RequestExchange;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.RequestOrigin;
import dev.mainstay.core.request.RequestStart;
import dev.mainstay.core.request.TrustedProxies;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

class WatchedServerResponseTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final RequestExchange exchange = new RequestLifecycle(List::of, TrustedProxies.none())
		.begin(new RequestStart("GET", "/", Peer.unknown(), RequestOrigin.APPLICATION, 0));

	private final MockServerHttpResponse delegate = new MockServerHttpResponse();

	private final AnswerHeads heads = new AnswerHeads(null,
			() -> List.of((head) -> head.setHeaderIfAbsent("X-Late", "ours")));

	private final WatchedServerResponse response = new WatchedServerResponse(this.exchange, this.heads,
			MockServerHttpRequest.get("/").build(), this.delegate);

	@Test
	void theHeadIsCompletedAfterWhatTheApplicationDoes() {
		this.response.beforeCommit(() -> Mono.fromRunnable(() -> this.response.getHeaders().set("X-Late", "own")));
		this.response.writeWith(Mono.just(buffer())).block(TIMEOUT);
		assertThat(this.delegate.getHeaders().getFirst("X-Late")).isEqualTo("own");
		assertThat(this.exchange.committedStatus()).isEqualTo(200);
	}

	@Test
	void bytesAreCounted() {
		this.response.writeAndFlushWith(Flux.just(Flux.just(buffer(), buffer()), Mono.just(buffer()))).block(TIMEOUT);
		assertThat(this.response.written()).isEqualTo(9);
		assertThat(this.response.isAborted()).isFalse();
	}

	@Test
	void aBodyThatTheServerCancelsIsAborted() {
		this.delegate.setWriteHandler((body) -> body.next().then());
		this.response.writeWith(Flux.just(buffer(), buffer())).block(TIMEOUT);
		assertThat(this.response.isAborted()).isTrue();
	}

	@Test
	void aBodyThatTheApplicationWithdrawsIsNotAborted() {
		this.response.writeWith(Flux.concat(Mono.just(buffer()), Mono.never())).subscribe().dispose();
		assertThat(this.response.isCommitted()).isTrue();
		assertThat(this.response.isAborted()).isFalse();
	}

	@Test
	void aConnectionThatFailsIsAborted() {
		this.delegate.setWriteHandler((body) -> Mono.error(new IOException("reset")));
		StepVerifier.create(this.response.writeWith(Mono.just(buffer())))
			.expectError(IOException.class)
			.verify(TIMEOUT);
		assertThat(this.response.isAborted()).isTrue();
	}

	@Test
	void aBodyThatFailsIsNotAborted() {
		StepVerifier
			.create(this.response.writeWith(Flux.concat(Mono.just(buffer()), Mono.error(new IOException("own")))))
			.expectError(IOException.class)
			.verify(TIMEOUT);
		assertThat(this.response.isAborted()).isFalse();
	}

	private DataBuffer buffer() {
		return this.delegate.bufferFactory().wrap("abc".getBytes(StandardCharsets.UTF_8));
	}

}
