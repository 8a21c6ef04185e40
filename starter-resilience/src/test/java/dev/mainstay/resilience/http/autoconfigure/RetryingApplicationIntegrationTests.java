package dev.mainstay.resilience.http.autoconfigure;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Retries of the application around a call, or in its interceptors, and what is none.
 */
@Timeout(60)
class RetryingApplicationIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk", "mainstay.http-client.retry.base-delay=1ms",
				"mainstay.http-client.retry.max-delay=1ms", "mainstay.http-client.retry.budget.floor=100");

	@Test
	void aRetryAroundTheCallIsNotMultiplied() {
		try (Dependency dependency = Dependency.answering(503)) {
			RetryTemplate template = new RetryTemplate(
					RetryPolicy.builder().maxRetries(2).delay(Duration.ZERO).build());
			withClient((client) -> assertThatExceptionOfType(Exception.class).isThrownBy(
					() -> template.execute(() -> client.get().uri(dependency.url()).retrieve().toBodilessEntity())));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@Test
	void anInterceptorThatRetriesByNameIsNotMultiplied() {
		try (Dependency dependency = Dependency.answering(503)) {
			withBuilder((builder) -> call(builder.requestInterceptor(new ThreefoldRetryInterceptor()).build(), "GET",
					dependency.url()));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@Test
	void anInterceptorThatRetriesIsFoundOutByWhatItDoes() {
		try (Dependency dependency = Dependency.answering(503)) {
			ClientHttpRequestInterceptor twice = (request, body, execution) -> {
				execution.execute(request, body).close();
				return execution.execute(request, body);
			};
			withBuilder((builder) -> {
				RestClient client = builder.requestInterceptor(twice).build();
				call(client, "GET", dependency.url());
				int first = dependency.requests().size();
				call(client, "GET", dependency.url());
				assertThat(first).isEqualTo(4);
				assertThat(dependency.requests()).hasSize(first + 2);
			});
		}
	}

	@Test
	void anInterceptorThatTurnsToAnotherDependencyIsNoRetry() {
		try (Dependency first = Dependency.answering(503); Dependency second = Dependency.answering(503)) {
			ClientHttpRequestInterceptor failingOver = (request, body, execution) -> {
				ClientHttpResponse response = execution.execute(request, body);
				if (!request.getURI().toString().startsWith(first.url())) {
					return response;
				}
				response.close();
				return execution.execute(new Redirected(request, URI.create(second.url())), body);
			};
			withBuilder((builder) -> {
				RestClient client = builder.requestInterceptor(failingOver).build();
				call(client, "GET", first.url());
				assertThat(first.requests()).hasSize(3);
				assertThat(second.requests()).hasSize(3);
				call(client, "GET", second.url());
				assertThat(second.requests()).hasSize(6);
			});
		}
	}

	@Test
	void anInterceptorThatRetriesForOneDependencySaysNothingOfAnother() {
		try (Dependency first = Dependency.answering(503); Dependency second = Dependency.answering(503)) {
			ClientHttpRequestInterceptor twice = (request, body, execution) -> {
				if (request.getURI().toString().startsWith(first.url())) {
					execution.execute(request, body).close();
				}
				return execution.execute(request, body);
			};
			withBuilder((builder) -> {
				RestClient client = builder.requestInterceptor(twice).build();
				call(client, "GET", first.url());
				call(client, "GET", second.url());
				assertThat(first.requests()).hasSize(4);
				assertThat(second.requests()).hasSize(3);
			});
		}
	}

	private void withClient(Consumer<RestClient> test) {
		withBuilder((builder) -> test.accept(builder.build()));
	}

	private void withBuilder(Consumer<RestClient.Builder> test) {
		this.contextRunner.run((context) -> test.accept(context.getBean(RestClient.Builder.class)));
	}

	private static int call(RestClient client, String method, String url) {
		return client.method(HttpMethod.valueOf(method))
			.uri(url)
			.exchange((request, response) -> response.getStatusCode().value());
	}

	static final class Redirected extends HttpRequestWrapper {

		private final URI uri;

		Redirected(HttpRequest request, URI uri) {
			super(request);
			this.uri = uri;
		}

		@Override
		public URI getURI() {
			return this.uri;
		}

	}

	static final class ThreefoldRetryInterceptor implements ClientHttpRequestInterceptor {

		@Override
		public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
				throws IOException {
			execution.execute(request, body).close();
			execution.execute(request, body).close();
			return execution.execute(request, body);
		}

	}

}
