package dev.mainstay.tests.coexistence;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.server.ServerWebExchange;

/**
 * An application whose bodies come and go in parts. The second part of a stream is only
 * sent when a client, which has seen the first one, asks for it.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(StreamingApplication.Controller.class)
class StreamingApplication {

	@Bean
	HandlerMapping webSockets() {
		WebSocketHandler echo = (session) -> session
			.send(session.receive().map((message) -> session.textMessage("echo " + message.getPayloadAsText())));
		return new SimpleUrlHandlerMapping(Map.of("/socket", echo), 0);
	}

	public record Part(int number) {

	}

	@RestController
	static class Controller {

		private final AtomicReference<Sinks.One<Part>> second = new AtomicReference<>(Sinks.one());

		@GetMapping(path = "/parts",
				produces = { MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_NDJSON_VALUE })
		Flux<Part> parts() {
			Sinks.One<Part> next = Sinks.one();
			this.second.set(next);
			return Flux.concat(Mono.just(new Part(1)), next.asMono());
		}

		@PostMapping("/next")
		void next() {
			this.second.get().tryEmitValue(new Part(2));
		}

		@PostMapping(path = "/sum", consumes = MediaType.APPLICATION_NDJSON_VALUE)
		Mono<Integer> sum(@RequestBody Flux<Part> parts) {
			return parts.map(Part::number).reduce(0, Integer::sum);
		}

		@PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
		Mono<String> upload(@RequestPart("file") Mono<FilePart> file, @RequestPart("title") String title) {
			return file.flatMap((part) -> DataBufferUtils.join(part.content()).map((buffer) -> {
				int size = buffer.readableByteCount();
				DataBufferUtils.release(buffer);
				return title + " " + part.filename() + " " + size;
			}));
		}

		@PostMapping(path = "/form", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
		Mono<String> form(ServerWebExchange exchange) {
			return exchange.getFormData().map((form) -> form.getFirst("name") + " " + form.get("colour"));
		}

		@GetMapping("/long")
		Mono<String> text() {
			return Mono.just("0123456789".repeat(1000));
		}

	}

}
