package dev.mainstay.resilience.http.reactive;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mainstay.resilience.http.Dependency;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static dev.mainstay.resilience.http.reactive.ReactiveApplication.statusOf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Netty counts the references to its buffers, and notices when one is lost.
 */
@Timeout(60)
class WebClientLeaksIntegrationTests {

	private final ResourceLeakDetector.Level before = ResourceLeakDetector.getLevel();

	private final Logger logger = (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void listen() {
		ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void stop() {
		this.logger.detachAppender(this.log);
		ResourceLeakDetector.setLevel(this.before);
	}

	@Test
	void nothingIsLostWhateverBecomesOfACall() throws IOException {
		try (Dependency dependency = Dependency.answering((number, socket) -> {
			switch (number % 4) {
				case 0 -> Dependency.answer(socket, 200, "a body".repeat(5000));
				case 1, 2 -> Dependency.answer(socket, 503, "a body");
				default ->
					socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegun".getBytes());
			}
		}); ServerSocket unused = new ServerSocket(0)) {
			unused.close();
			String nowhere = "http://127.0.0.1:" + unused.getLocalPort() + "/";
			ReactiveApplication.with("reactor")
				.and("mainstay.http-client.attempt-timeout=150ms", "mainstay.http-client.retry.budget.floor=1000")
				.run((client) -> {
					for (int i = 0; i < 10; i++) {
						of(client, dependency.url()).forEach(WebClientLeaksIntegrationTests::tryIt);
						of(client, nowhere).forEach(WebClientLeaksIntegrationTests::tryIt);
					}
				});
		}
		assertThat(lost()).isEmpty();
	}

	@Test
	void aBufferThatIsLostIsNoticed() {
		for (int i = 0; i < 10; i++) {
			PooledByteBufAllocator.DEFAULT.buffer(64).writeByte(1);
		}
		assertThat(lost()).isNotEmpty();
	}

	private static List<Mono<?>> of(WebClient client, String url) {
		return List.of(client.get().uri(url).retrieve().bodyToMono(String.class),
				statusOf(client.put().uri(url).bodyValue(Map.of("a", "b"))),
				statusOf(client.put().uri(url).bodyValue("x".repeat(2 * RecordedRequest.MAX_LENGTH))),
				client.get().uri(url).retrieve().bodyToMono(String.class).timeout(Duration.ofMillis(3)),
				client.get().uri(url).exchangeToMono((response) -> Mono.error(new IllegalStateException())),
				client.get().uri(url).retrieve().bodyToFlux(String.class).take(1).then());
	}

	private static void tryIt(Mono<?> call) {
		call.onErrorResume((failure) -> Mono.empty()).block(Duration.ofSeconds(10));
	}

	/** A lost buffer is noticed when it was collected and another one is allocated. */
	private List<ILoggingEvent> lost() {
		for (int i = 0; i < 10; i++) {
			System.gc();
			for (int j = 0; j < 100; j++) {
				PooledByteBufAllocator.DEFAULT.buffer(64).release();
			}
		}
		return List.copyOf(this.log.list);
	}

}
