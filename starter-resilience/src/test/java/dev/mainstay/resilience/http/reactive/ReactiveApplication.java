package dev.mainstay.resilience.http.reactive;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.HttpClientAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.ReactiveHttpClientAutoConfiguration;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.Suppression;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * An application with WebClient.
 */
final class ReactiveApplication {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final ApplicationContextRunner runner;

	private final List<Enum<?>> events;

	private ReactiveApplication(ApplicationContextRunner runner, List<Enum<?>> events) {
		this.runner = runner;
		this.events = events;
	}

	static ReactiveApplication with(String connector) {
		List<Enum<?>> events = new CopyOnWriteArrayList<>();
		return new ReactiveApplication(new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(
				LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration.class,
				WebClientAutoConfiguration.class))
			.withBean(RetryListener.class, () -> new RecordingListener(events))
			.withPropertyValues("spring.http.clients.reactive.connector=" + connector,
					"mainstay.http-client.retry.base-delay=1ms", "mainstay.http-client.retry.max-delay=1ms",
					"mainstay.http-client.retry.budget.floor=100"),
				events);
	}

	ReactiveApplication and(String... properties) {
		return new ReactiveApplication(this.runner.withPropertyValues(properties), this.events);
	}

	ReactiveApplication and(Function<ApplicationContextRunner, ApplicationContextRunner> more) {
		return new ReactiveApplication(more.apply(this.runner), this.events);
	}

	void run(Consumer<WebClient> test) {
		runContext((context) -> test.accept(context.getBean(WebClient.Builder.class).build()));
	}

	void runContext(Consumer<AssertableApplicationContext> test) {
		this.runner.run(test::accept);
	}

	/** What became of retries, in their order. */
	List<Enum<?>> events() {
		return this.events;
	}

	static int status(WebClient client, String method, String url) {
		return block(statusOf(client.method(HttpMethod.valueOf(method)).uri(url)));
	}

	static Mono<Integer> statusOf(WebClient.RequestHeadersSpec<?> request) {
		return request.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode().value()));
	}

	static <T> T block(Mono<T> mono) {
		return mono.block(LONG);
	}

	static Destination destination(AssertableApplicationContext context) {
		return context.getBean(Destinations.class).all().get(0);
	}

	private record RecordingListener(List<Enum<?>> events) implements RetryListener {

		@Override
		public void onRetry(String client, FailureKind kind) {
			this.events.add(kind);
		}

		@Override
		public void onSuppressed(String client, Suppression reason) {
			this.events.add(reason);
		}

	}

}
