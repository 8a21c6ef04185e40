package dev.mainstay.core.request.reactive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import dev.mainstay.core.request.Ledger;
import dev.mainstay.core.request.ResponseCommitListener;
import org.slf4j.MDC;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;

/**
 * An application in which requests end in every way.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class ReactiveEndingsApplication {

	@Bean
	Ledger ledger() {
		return new Ledger();
	}

	@Bean
	ResponseCommitListener commitListener() {
		return (head) -> head.setHeader("X-Commit", head.status() + " " + head.header("Content-Type"));
	}

	@Bean
	RouterFunction<ServerResponse> functional() {
		return RouterFunctions.route().GET("/functional/{id}", (request) -> ServerResponse.ok().bodyValue("f")).build();
	}

	@Bean
	WebFilter failingFilter() {
		return (exchange, chain) -> switch (exchange.getRequest().getPath().value()) {
			case "/filter-before" -> Mono.error(new IllegalStateException("before the chain"));
			case "/filter-after" ->
				chain.filter(exchange).then(Mono.error(new IllegalStateException("after the chain")));
			default -> chain.filter(exchange);
		};
	}

	/** Answers itself when the handler takes too long, as a gateway does. */
	@Bean
	WebFilter impatientFilter() {
		return (exchange, chain) -> exchange.getRequest().getPath().value().startsWith("/too-slow")
				? chain.filter(exchange)
					.timeout(tooLong(exchange))
					.onErrorResume(TimeoutException.class, (ex) -> answer(exchange, HttpStatus.GATEWAY_TIMEOUT))
				: chain.filter(exchange);
	}

	/** However slow the machine is, the handler has first done what it does. */
	private static Mono<Long> tooLong(ServerWebExchange exchange) {
		boolean begins = exchange.getRequest().getPath().value().endsWith("-to-end");
		return Flux.interval(Duration.ofMillis(50))
			.filter((tick) -> begins ? exchange.getResponse().isCommitted()
					: exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) != null)
			.next();
	}

	private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status) {
		if (!exchange.getResponse().setStatusCode(status)) {
			return Mono.error(new IllegalStateException("too late"));
		}
		DataBufferFactory buffers = exchange.getResponse().bufferFactory();
		return exchange.getResponse().writeWith(Flux.just(buffers.wrap("too slow".getBytes(StandardCharsets.UTF_8))));
	}

	@Bean
	HandlerMapping webSockets() {
		WebSocketHandler echo = (session) -> session.send(session.receive().map(WebSocketMessage::retain));
		WebSocketHandler over = (session) -> Mono.empty();
		return new SimpleUrlHandlerMapping(Map.of("/socket", echo, "/socket-over", over), 0);
	}

	/**
	 * The ways.
	 */
	@RestController
	static class Endings {

		@GetMapping("/ok/{id}")
		Mono<String> ok(@PathVariable String id) {
			return Mono.fromCallable(() -> "ok " + MDC.get("requestId"));
		}

		@GetMapping("/elsewhere")
		Mono<String> elsewhere() {
			return Mono.fromCallable(() -> "ok " + MDC.get("requestId")).subscribeOn(Schedulers.parallel());
		}

		@PostMapping("/echo")
		Mono<byte[]> echo(@RequestBody byte[] body) {
			return Mono.just(body);
		}

		@GetMapping("/throws/{id}")
		String fail(@PathVariable String id) {
			throw new IllegalStateException("in the handler");
		}

		@GetMapping("/late-failure")
		Mono<String> lateFailure() {
			return Mono.delay(Duration.ofMillis(20)).then(Mono.error(new IllegalStateException("late")));
		}

		@GetMapping("/own-io")
		Mono<String> ownIo() {
			return Mono.error(new IOException("the disk is full"));
		}

		@GetMapping("/status")
		Mono<String> status() {
			return Mono.error(new ResponseStatusException(HttpStatus.CONFLICT));
		}

		@GetMapping("/filter-after")
		Mono<Void> filterAfter() {
			return Mono.empty();
		}

		@GetMapping("/redirect")
		Mono<Void> redirect(ServerWebExchange exchange) {
			exchange.getResponse().setStatusCode(HttpStatus.FOUND);
			exchange.getResponse().getHeaders().set("Location", "/ok/1");
			return exchange.getResponse().setComplete();
		}

		@GetMapping("/big")
		Flux<byte[]> big() {
			return Flux.range(0, 20_000).map((i) -> new byte[1000]);
		}

		@GetMapping(path = "/fails-after-commit", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> failsAfterCommit() {
			return Flux.concat(Mono.just("begun"), Mono.error(new IllegalStateException("after the commit")));
		}

		@GetMapping(path = "/sse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> sse() {
			return Flux.range(0, 3).delayElements(Duration.ofMillis(5)).map((i) -> "event " + i);
		}

		@GetMapping(path = "/sse-endless", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> sseEndless() {
			return Flux.interval(Duration.ofMillis(1)).onBackpressureDrop().map((i) -> "x".repeat(500));
		}

		@GetMapping(path = "/too-slow", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> tooSlow() {
			return Flux.never();
		}

		@GetMapping(path = "/too-slow-to-end", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
		Flux<String> tooSlowToEnd() {
			return Flux.concat(Mono.just("begun"), Mono.never());
		}

		@GetMapping("/empty")
		Mono<Void> empty() {
			return Mono.empty();
		}

		@GetMapping("/never")
		Mono<String> never() {
			return Mono.never();
		}

	}

}
