package dev.mainstay.resilience.http.reactive;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.Dependency;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.autoconfigure.ReactiveHttpClientAutoConfiguration;
import dev.mainstay.resilience.http.jdk.JdkConnectorHints;
import dev.mainstay.resilience.policy.Destinations;
import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.reactive.function.client.WebClient;

import static dev.mainstay.resilience.http.reactive.ReactiveApplication.status;
import static org.assertj.core.api.Assertions.assertThat;

class ReactiveHttpClientAutoConfigurationTests {

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void theBuilderIsOurs(String connector) {
		ReactiveApplication.with(connector).runContext((context) -> {
			assertThat(context.getBean(ClientHttpConnectorBuilder.class)).isInstanceOf(ResilientConnectorBuilder.class);
			assertThat(context.getBean(ClientHttpConnector.class)).isInstanceOf(ResilientConnector.class);
			assertThat(state(context, "http-client")).isEqualTo(FeatureState.ON);
			assertThat(state(context, "retry")).isEqualTo(FeatureState.ON);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.http-client.enabled" })
	void aSwitchLeavesTheBuilderAlone(String property) {
		ReactiveApplication.with("reactor").and(property + "=false").runContext((context) -> {
			assertThat(context.getBean(ClientHttpConnectorBuilder.class))
				.isInstanceOf(ReactorClientHttpConnectorBuilder.class);
			assertThat(context).doesNotHaveBean(FeatureStatus.class);
		});
	}

	@Test
	void aSwitchIsReadWhenTheApplicationStarts() {
		ReactiveApplication.with("reactor").runContext((context) -> {
			MockEnvironment off = new MockEnvironment().withProperty("mainstay.http-client.enabled", "false");
			ClientHttpConnectorBuilderCustomizer<?> customizer = ReflectionTestUtils.invokeMethod(
					new ReactiveHttpClientAutoConfiguration(), "mainstayConnectorBuilderCustomizer",
					context.getBean(HttpTimeouts.class), context.getBean(CallPolicy.class), off);
			ClientHttpConnectorBuilder<?> plain = ClientHttpConnectorBuilder.jdk();
			Object customized = ReflectionTestUtils.invokeMethod(customizer, "customize", plain);
			assertThat(customized).isSameAs(plain);
		});
	}

	@Test
	void withoutRetriesACallIsMadeOnce() {
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with("reactor")
				.and("mainstay.http-client.retry.enabled=false")
				.runContext((context) -> {
					assertThat(status(context.getBean(WebClient.Builder.class).build(), "GET", dependency.url()))
						.isEqualTo(503);
					assertThat(context.getBean(Destinations.class).all()).hasSize(1);
				});
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void aBuilderOfTheApplicationIsLeftAlone() {
		ClientHttpConnectorBuilder<?> own = ClientHttpConnectorBuilder.jdk();
		ReactiveApplication.with("reactor")
			.and((runner) -> runner.withBean("ownBuilder", ClientHttpConnectorBuilder.class, () -> own))
			.runContext((context) -> {
				assertThat(context.getBean(ClientHttpConnectorBuilder.class)).isSameAs(own);
				assertThat(state(context, "http-client")).isEqualTo(FeatureState.BACKED_OFF);
				assertThat(context.getBean(ClientHttpConnector.class)).isInstanceOf(JdkClientHttpConnector.class);
			});
	}

	@Test
	void aConnectorOfTheApplicationIsNamed() {
		ReactiveApplication.with("reactor")
			.and((runner) -> runner.withBean("own", ClientHttpConnector.class, JdkClientHttpConnector::new))
			.runContext((context) -> assertThat(featureOf(context, "retry").reason()).contains("own"));
	}

	@Test
	void aClientByHandIsLeftAlone() {
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with("reactor").run((client) -> status(WebClient.create(), "GET", dependency.url()));
			assertThat(dependency.requests()).hasSize(1);
		}
	}

	@Test
	void withoutReactorThereIsNothing() {
		ReactiveApplication.with("jdk")
			.and((runner) -> runner.withClassLoader(new FilteredClassLoader(Mono.class)))
			.runContext((context) -> assertThat(context).doesNotHaveBean("mainstayConnectorBuilderCustomizer"));
	}

	@Test
	void theConnectTimeoutIsFiniteUnlessTheApplicationSetsIt() {
		assertThat(connectTimeout()).isEqualTo(2000);
		assertThat(connectTimeout("mainstay.http-client.connect-timeout=1s")).isEqualTo(1000);
		assertThat(connectTimeout("mainstay.http-client.connect-timeout=1s", "spring.http.clients.connect-timeout=7s"))
			.isEqualTo(7000);
	}

	@Test
	void theOtherTimesAreFiniteUnlessTheApplicationSetsThem() {
		Duration minute = Duration.ofMinutes(1);
		assertThat(timeouts()).isEqualTo(new ConnectorTimeouts(minute, minute));
		assertThat(timeouts("spring.http.clients.read-timeout=5s")).isEqualTo(new ConnectorTimeouts(null, minute));
		assertThat(timeouts("spring.http.clients.read-timeout=5m"))
			.isEqualTo(new ConnectorTimeouts(null, Duration.ofMinutes(5)));
	}

	private static ConnectorTimeouts timeouts(String... properties) {
		ConnectorTimeouts[] timeouts = new ConnectorTimeouts[1];
		ReactiveApplication.with("jdk").and(properties).runContext((context) -> {
			Wire wire = (Wire) ReflectionTestUtils.getField(context.getBean(ClientHttpConnector.class), "wire");
			timeouts[0] = wire.timeouts();
		});
		return timeouts[0];
	}

	private static Object connectTimeout(String... properties) {
		Object[] timeout = new Object[1];
		ReactiveApplication.with("reactor").and(properties).runContext((context) -> {
			Wire wire = (Wire) ReflectionTestUtils.getField(context.getBean(ClientHttpConnector.class), "wire");
			HttpClient client = (HttpClient) ReflectionTestUtils.getField(wire.connector(), "httpClient");
			timeout[0] = client.configuration().options().get(ChannelOption.CONNECT_TIMEOUT_MILLIS);
		});
		return timeout[0];
	}

	@Test
	void theLifecycleOfTheConnectorIsPassedOn() {
		ReactiveApplication.with("reactor").runContext((context) -> {
			SmartLifecycle connector = (SmartLifecycle) context.getBean(ClientHttpConnector.class);
			assertThat(connector.isRunning()).isTrue();
			assertThat(connector.isAutoStartup()).isTrue();
			assertThat(connector.getPhase()).isOne();
		});
		ReactiveApplication.with("jdk").runContext((context) -> {
			SmartLifecycle connector = (SmartLifecycle) context.getBean(ClientHttpConnector.class);
			assertThat(connector.isRunning()).isFalse();
			assertThat(connector.isAutoStartup()).isFalse();
		});
	}

	@Test
	void filtersOfTheApplicationSeeOneCall() {
		AtomicBoolean seen = new AtomicBoolean();
		try (Dependency dependency = Dependency.answering(503)) {
			ReactiveApplication.with("reactor").run((client) -> status(client.mutate().filter((request, next) -> {
				assertThat(seen.getAndSet(true)).isFalse();
				return next.exchange(request);
			}).build(), "GET", dependency.url()));
			assertThat(dependency.requests()).hasSize(3);
		}
	}

	@Test
	void theFieldsThatAreReadStayInANativeImage() throws NoSuchFieldException {
		RuntimeHints hints = new RuntimeHints();
		new JdkConnectorHints().registerHints(hints, getClass().getClassLoader());
		for (String name : new String[] { "httpClient", "bufferFactory", "readTimeout", "cookieParser" }) {
			assertThat(RuntimeHintsPredicates.reflection()
				.onFieldAccess(JdkClientHttpConnector.class.getDeclaredField(name))).accepts(hints);
		}
	}

	private static FeatureState state(ApplicationContext context, String feature) {
		return featureOf(context, feature).state();
	}

	private static FeatureStatus featureOf(ApplicationContext context, String feature) {
		return context.getBeansOfType(FeatureStatus.class)
			.values()
			.stream()
			.filter((status) -> status.feature().equals(feature))
			.findFirst()
			.orElseThrow();
	}

}
