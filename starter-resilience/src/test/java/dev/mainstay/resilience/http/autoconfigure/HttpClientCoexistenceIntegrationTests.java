package dev.mainstay.resilience.http.autoconfigure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

import com.example.shop.RetryingCatalogue;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.Suppression;
import org.apache.hc.client5.http.impl.DefaultHttpRequestRetryStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ReactorClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.restclient.autoconfigure.RestTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.StreamingHttpOutputMessage.Body;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an application already had keeps working as it did.
 */
@Timeout(60)
class HttpClientCoexistenceIntegrationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class,
				ImperativeHttpClientAutoConfiguration.class,
				org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
				RestClientAutoConfiguration.class, RestTemplateAutoConfiguration.class))
		.withPropertyValues("spring.http.clients.imperative.factory=jdk", "mainstay.http-client.retry.base-delay=1ms",
				"mainstay.http-client.retry.max-delay=1ms", "mainstay.http-client.retry.budget.floor=100");

	@ParameterizedTest
	@ValueSource(strings = { "jdk", "simple", "http-components", "reactor" })
	void anUploadMayTakeLongerThanTheTimeout(String factory) {
		try (Dependency dependency = Dependency.answering(200)) {
			this.contextRunner
				.withPropertyValues("mainstay.http-client.response-timeout=1s",
						"spring.http.clients.imperative.factory=" + factory)
				.run((context) -> {
					RestClient client = client(context.getBean(RestClient.Builder.class));
					int status = client.put()
						.uri(dependency.url())
						.contentLength(5)
						.body(slowly(5, 300)::writeTo)
						.exchange((request, response) -> response.getStatusCode().value());
					assertThat(status).isEqualTo(200);
				});
		}
	}

	@Test
	void aCallStillWorksWhenTheApplicationHasEnded() {
		try (Dependency dependency = Dependency.answering(200)) {
			AtomicReference<RestClient> client = new AtomicReference<>();
			this.contextRunner.run((context) -> client.set(client(context.getBean(RestClient.Builder.class))));
			assertThat(get(client.get(), dependency)).isEqualTo(200);
		}
	}

	@Test
	void aTimeoutThatACustomizerGivesReactorNettyWins() {
		ClientHttpRequestFactoryBuilderCustomizer<ReactorClientHttpRequestFactoryBuilder> customizer = new ReactorCustomizer();
		try (Dependency dependency = Dependency.answering((number, socket) -> answerLate(socket, 600))) {
			this.contextRunner
				.withBean("reactorCustomizer", ClientHttpRequestFactoryBuilderCustomizer.class, () -> customizer)
				.withPropertyValues("mainstay.http-client.response-timeout=200ms",
						"spring.http.clients.imperative.factory=reactor")
				.run((context) -> assertThat(get(client(context.getBean(RestClient.Builder.class)), dependency))
					.isEqualTo(200));
		}
	}

	@Test
	void aSocketTimeoutThatACustomizerGivesHttpComponentsWins() {
		try (Dependency dependency = Dependency.answering((number, socket) -> answerLate(socket, 600))) {
			this.contextRunner
				.withBean("customizer", ClientHttpRequestFactoryBuilderCustomizer.class,
						HttpComponentsSocketCustomizer::new)
				.withPropertyValues("mainstay.http-client.response-timeout=200ms",
						"spring.http.clients.imperative.factory=http-components")
				.run((context) -> assertThat(get(client(context.getBean(RestClient.Builder.class)), dependency))
					.isEqualTo(200));
		}
	}

	@Test
	void aReadTimeoutThatACustomizerGivesTheFactoryWins() {
		try (Dependency dependency = Dependency.answering((number, socket) -> answerLate(socket, 600))) {
			this.contextRunner
				.withBean("customizer", ClientHttpRequestFactoryBuilderCustomizer.class, JdkCustomizer::new)
				.withPropertyValues("mainstay.http-client.response-timeout=200ms")
				.run((context) -> assertThat(get(client(context.getBean(RestClient.Builder.class)), dependency))
					.isEqualTo(200));
		}
	}

	@Test
	void anApplicationThatSwapsTheBuilderInACustomizerStarts() {
		this.contextRunner
			.withBean("customizer", ClientHttpRequestFactoryBuilderCustomizer.class, SwappingCustomizer::new)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(client(context.getBean(RestClient.Builder.class))).isNotNull();
			});
	}

	@Test
	void aRetryStrategyThatACustomizerGivesHttpComponentsIsTheOneThatRetries() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner
				.withBean("customizer", ClientHttpRequestFactoryBuilderCustomizer.class,
						HttpComponentsRetryCustomizer::new)
				.withPropertyValues("spring.http.clients.imperative.factory=http-components")
				.run((context) -> get(client(context.getBean(RestClient.Builder.class)), dependency));
			assertThat(dependency.requests()).hasSize(5);
		}
	}

	@Test
	void theRetriesOfHttpComponentsAreNotMultiplied() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.withPropertyValues("spring.http.clients.imperative.factory=http-components")
				.run((context) -> get(client(context.getBean(RestClient.Builder.class)), dependency));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@Test
	void anInterceptorThatRenewsATokenIsNoRetry() {
		ClientHttpRequestInterceptor renewing = (request, body, execution) -> {
			execution.execute(request, body).close();
			return execution.execute(request, body);
		};
		try (Dependency dependency = Dependency
			.answering((number, socket) -> Dependency.answer(socket, (number == 1) ? 401 : 503, ""))) {
			this.contextRunner
				.run((context) -> get(context.getBean(RestClient.Builder.class).requestInterceptor(renewing).build(),
						dependency));
			assertThat(dependency.requests()).hasSize(4);
		}
	}

	@Test
	void anInterceptorOfARestTemplateThatRetriesIsFoundOutByWhatItDoes() {
		ClientHttpRequestInterceptor twice = (request, body, execution) -> {
			execution.execute(request, body).close();
			return execution.execute(request, body);
		};
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.run((context) -> {
				RestTemplate template = context.getBean(RestTemplateBuilder.class).interceptors(twice).build();
				assertThatExceptionOfType(RestClientException.class)
					.isThrownBy(() -> template.getForObject(dependency.url(), String.class));
				assertThat(dependency.requests()).hasSize(4);
				assertThatExceptionOfType(RestClientException.class)
					.isThrownBy(() -> template.getForObject(dependency.url(), String.class));
				assertThat(dependency.requests()).hasSize(6);
			});
		}
	}

	@Test
	void aLoopOfTheApplicationThatIsNamedForItIsNotMultiplied() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.run((context) -> {
				RestClient client = client(context.getBean(RestClient.Builder.class));
				RetryingCatalogue.read(() -> get(client, dependency));
			});
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@Test
	void aRegistryWhoseCustomizerUsesAClientIsNoCircle() {
		this.contextRunner
			.withConfiguration(AutoConfigurations.of(MetricsAutoConfiguration.class,
					SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
			.withUserConfiguration(RegistryCustomizerConfiguration.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aListenerThatUsesAClientIsNoCircleAndMayThrow() {
		try (Dependency dependency = Dependency.answering(503)) {
			this.contextRunner.withUserConfiguration(ListenerConfiguration.class).run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(get(client(context.getBean(RestClient.Builder.class)), dependency)).isEqualTo(503);
			});
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@Test
	void aCompressedBodyThatFallsSilentEndsInTime() {
		try (Dependency dependency = Dependency.answering((number, socket) -> sendHalfOfAZip(socket))) {
			this.contextRunner.withPropertyValues("mainstay.http-client.idle-timeout=300ms")
				.run((context) -> assertThatExceptionOfType(RestClientException.class)
					.isThrownBy(() -> client(context.getBean(RestClient.Builder.class)).get()
						.uri(dependency.url())
						.retrieve()
						.body(String.class)));
		}
	}

	@Test
	void aBuilderOfTheApplicationIsLeftAloneAndNamed() {
		this.contextRunner
			.withBean("ownBuilder", ClientHttpRequestFactoryBuilder.class, ClientHttpRequestFactoryBuilder::simple)
			.run((context) -> assertThat(context.getBeansOfType(FeatureStatus.class).values())
				.allMatch((status) -> status.state() == FeatureState.BACKED_OFF)
				.allMatch((status) -> status.reason() != null && status.reason().contains("ownBuilder")));
	}

	private static RestClient client(RestClient.Builder builder) {
		return builder.build();
	}

	private static int get(RestClient client, Dependency dependency) {
		return client.get().uri(dependency.url()).exchange((request, response) -> response.getStatusCode().value());
	}

	private static Body slowly(int bytes, int pauseMillis) {
		return (output) -> {
			for (int i = 0; i < bytes; i++) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
				output.write('x');
				output.flush();
			}
		};
	}

	private static void answerLate(Socket socket, int millis) throws IOException {
		LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
		Dependency.answer(socket, 200, "");
	}

	private static void sendHalfOfAZip(Socket socket) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream zip = new GZIPOutputStream(bytes)) {
			for (int i = 0; i < 2000; i++) {
				zip.write(Long.toString(i * 7919L * i, 36).getBytes());
			}
		}
		OutputStream output = socket.getOutputStream();
		output.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bytes.size() + "\r\n\r\n")
			.getBytes());
		output.write(bytes.toByteArray(), 0, bytes.size() / 2);
		output.flush();
		socket.getInputStream().read();
	}

	static final class ReactorCustomizer
			implements ClientHttpRequestFactoryBuilderCustomizer<ReactorClientHttpRequestFactoryBuilder> {

		@Override
		public ReactorClientHttpRequestFactoryBuilder customize(ReactorClientHttpRequestFactoryBuilder builder) {
			return builder.withHttpClientCustomizer((client) -> client.responseTimeout(Duration.ofSeconds(20)));
		}

	}

	static final class HttpComponentsSocketCustomizer
			implements ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> {

		@Override
		public HttpComponentsClientHttpRequestFactoryBuilder customize(
				HttpComponentsClientHttpRequestFactoryBuilder builder) {
			return builder.withSocketConfigCustomizer((socket) -> socket.setSoTimeout(20, TimeUnit.SECONDS));
		}

	}

	static final class HttpComponentsRetryCustomizer
			implements ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> {

		@Override
		public HttpComponentsClientHttpRequestFactoryBuilder customize(
				HttpComponentsClientHttpRequestFactoryBuilder builder) {
			return builder.withHttpClientCustomizer((client) -> client
				.setRetryStrategy(new DefaultHttpRequestRetryStrategy(4, TimeValue.ofMilliseconds(1))));
		}

	}

	static final class JdkCustomizer
			implements ClientHttpRequestFactoryBuilderCustomizer<JdkClientHttpRequestFactoryBuilder> {

		@Override
		public JdkClientHttpRequestFactoryBuilder customize(JdkClientHttpRequestFactoryBuilder builder) {
			return builder.withCustomizer((factory) -> factory.setReadTimeout(Duration.ofSeconds(20)));
		}

	}

	static final class SwappingCustomizer
			implements ClientHttpRequestFactoryBuilderCustomizer<ClientHttpRequestFactoryBuilder<?>> {

		@Override
		public ClientHttpRequestFactoryBuilder<?> customize(ClientHttpRequestFactoryBuilder<?> builder) {
			return ClientHttpRequestFactoryBuilder.of(FactoryWithoutTimeouts.class);
		}

	}

	static final class FactoryWithoutTimeouts implements ClientHttpRequestFactory {

		private final JdkClientHttpRequestFactory delegate = new JdkClientHttpRequestFactory();

		@Override
		public ClientHttpRequest createRequest(URI uri, HttpMethod method) throws IOException {
			return this.delegate.createRequest(uri, method);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegistryCustomizerConfiguration {

		@Bean
		MeterRegistryCustomizer<?> zoneOfThisMachine(RestClient.Builder builder) {
			RestClient metadata = builder.build();
			return (registry) -> registry.config().commonTags("zone", (metadata != null) ? "a" : "none");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ListenerConfiguration {

		@Bean
		RetryListener alarm(RestClient.Builder builder) {
			RestClient pager = builder.build();
			return new RetryListener() {

				@Override
				public void onSuppressed(String client, Suppression reason) {
					throw new IllegalStateException("No pager at " + pager);
				}

			};
		}

	}

}
