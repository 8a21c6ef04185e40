package dev.mainstay.resilience.http.autoconfigure;

import java.time.Duration;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.HttpComponentsDefaults;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.ReactorDefaults;
import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;
import dev.mainstay.resilience.http.jdk.JdkHttpTimeoutsHints;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.retry.RetryMeters;
import dev.mainstay.resilience.retry.RetryPolicy;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.JdkClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class HttpClientAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(LadderAutoConfiguration.class,
			CallPolicyAutoConfiguration.class, HttpClientAutoConfiguration.class,
			HttpClientDefaultsAutoConfiguration.class, ImperativeHttpClientAutoConfiguration.class,
			org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration.class,
			RestClientAutoConfiguration.class);

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("spring.http.clients.imperative.factory=jdk");

	@Test
	void isThereByDefault() {
		this.contextRunner.run((context) -> assertOn(context));
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS).run((context) -> assertOn(context));
	}

	@Test
	void hasNothingToWorkOnInAReactiveApplication() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(state(context, "http-client")).isEqualTo(FeatureState.NOT_APPLICABLE);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.http-client.enabled=false" })
	void nothingIsThereWhenItIsOff(String property) {
		this.contextRunner.withPropertyValues(property).run((context) -> {
			assertThat(context).doesNotHaveBean(HttpTimeouts.class)
				.doesNotHaveBean(RetryPolicy.class)
				.doesNotHaveBean(RestClientCustomizer.class)
				.doesNotHaveBean(HttpComponentsDefaults.class)
				.doesNotHaveBean(FeatureStatus.class);
			assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class))
				.isInstanceOf(JdkClientHttpRequestFactoryBuilder.class);
		});
	}

	@Test
	void timeoutsStayWhenRetriesAreOff() {
		this.contextRunner.withPropertyValues("mainstay.http-client.retry.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(RetryPolicy.class)
				.doesNotHaveBean(RetryMeters.class)
				.hasSingleBean(HttpTimeouts.class);
			assertThat(context.getBean(Destinations.class).mayRetry()).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.http-client.enabled" })
	void theSwitchesAreReadAgainAtRunTime(String property) {
		MockEnvironment environment = new MockEnvironment().withProperty(property, "false");
		ClientHttpRequestFactoryBuilder<?> builder = ClientHttpRequestFactoryBuilder.jdk();
		this.contextRunner.run((context) -> assertThat(new HttpClientAutoConfiguration()
			.mainstayRequestFactoryBuilderCustomizer(context.getBean(HttpTimeouts.class),
					context.getBean(CallPolicy.class), environment)
			.customize(builder)).isSameAs(builder));
		assertThat(new HttpClientAutoConfiguration()
			.mainstayHttpClientStatus(new DefaultListableBeanFactory(), environment)
			.state()).isEqualTo(FeatureState.OFF);
	}

	@Test
	void theSwitchOfRetriesIsReadAgainAtRunTime() {
		MockEnvironment environment = new MockEnvironment().withProperty("mainstay.http-client.retry.enabled", "false");
		this.contextRunner.run((context) -> {
			ClientPolicies policies = new CallPolicyAutoConfiguration().mainstayClientPolicies(
					context.getBean(HttpClientProperties.class), context.getBean(RetryProperties.class),
					context.getBean(CircuitBreakerProperties.class), context.getBeanProvider(RetryPolicy.class),
					environment);
			assertThat(policies.of(null, Authority.NONE).retry()).isNull();
		});
	}

	@Test
	void worksWithoutWhatIsOptional() {
		this.contextRunner
			.withClassLoader(new FilteredClassLoader(HttpRequestRetryStrategy.class, HttpClient.class,
					MeterBinder.class, RestClientCustomizer.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(HttpComponentsDefaults.class)
				.doesNotHaveBean(ReactorDefaults.class)
				.doesNotHaveBean(RetryMeters.class)
				.hasSingleBean(RetryPolicy.class));
	}

	@Test
	void isNotThereWithoutTheModuleOfSpringBoot() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(HttpClientAutoConfiguration.class, HttpClientDefaultsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.http.client"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HttpTimeouts.class));
	}

	@Test
	void theTimeoutsReachTheirBean() {
		this.contextRunner
			.withPropertyValues("mainstay.http-client.connect-timeout=1s", "mainstay.http-client.response-timeout=3s",
					"mainstay.http-client.idle-timeout=5s")
			.run((context) -> assertThat(context.getBean(HttpTimeouts.class))
				.isEqualTo(new HttpTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5))));
	}

	@Test
	void theDefaultsAreTheDocumentedOnes() {
		this.contextRunner.run((context) -> assertThat(context.getBean(HttpTimeouts.class))
			.isEqualTo(new HttpTimeouts(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(1))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "connect-timeout=0s", "response-timeout=-1s", "idle-timeout=25d", "retry.max-retries=11",
			"retry.base-delay=0s", "retry.max-delay=1ms", "retry.max-retry-after=-1s", "retry.max-elapsed=0s",
			"retry.budget.ratio=1.5", "retry.budget.floor=-1", "retry.budget.window=0s", "retry.budget.burst=0.5" })
	void aWrongValueFailsNamingTheProperty(String property) {
		String key = "mainstay.http-client." + property.substring(0, property.indexOf('='));
		this.contextRunner.withPropertyValues("mainstay.http-client." + property)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining(key + " is "));
	}

	@Test
	void aFactoryOfTheApplicationIsNamed() {
		this.contextRunner.withBean("ownFactory", ClientHttpRequestFactory.class, JdkClientHttpRequestFactory::new)
			.run((context) -> assertThat(context.getBeansOfType(FeatureStatus.class).values())
				.allMatch((status) -> status.state() == FeatureState.ON)
				.allMatch((status) -> String.valueOf(status.reason()).contains("ownFactory")));
	}

	@Test
	void aClientThatIsNotKnownIsSaidToHaveNoTimeouts() {
		this.contextRunner.withBean("swapping", ClientHttpRequestFactoryBuilderCustomizer.class, Swapping::new)
			.run((context) -> {
				assertThat(reason(context, "http-client")).contains("without timeouts");
				assertThat(reason(context, "retry")).isNull();
			});
	}

	@Test
	void theFieldsThatAreReadStayInANativeImage() throws NoSuchFieldException {
		RuntimeHints hints = new RuntimeHints();
		new JdkHttpTimeoutsHints().registerHints(hints, getClass().getClassLoader());
		for (String name : new String[] { "httpClient", "executor", "readTimeout", "compression" }) {
			assertThat(RuntimeHintsPredicates.reflection()
				.onFieldAccess(JdkClientHttpRequestFactory.class.getDeclaredField(name))).accepts(hints);
		}
	}

	private static void assertOn(ApplicationContext context) {
		assertThat(context.getBean(ClientHttpRequestFactoryBuilder.class))
			.isInstanceOf(ResilientRequestFactoryBuilder.class);
		assertThat(state(context, "http-client")).isEqualTo(FeatureState.ON);
		assertThat(state(context, "retry")).isEqualTo(FeatureState.ON);
	}

	private static FeatureState state(ApplicationContext context, String feature) {
		return status(context, feature).state();
	}

	private static String reason(ApplicationContext context, String feature) {
		return status(context, feature).reason();
	}

	private static FeatureStatus status(ApplicationContext context, String feature) {
		return context.getBeansOfType(FeatureStatus.class)
			.values()
			.stream()
			.filter((status) -> status.feature().equals(feature))
			.findFirst()
			.orElseThrow();
	}

	static final class Swapping
			implements ClientHttpRequestFactoryBuilderCustomizer<ClientHttpRequestFactoryBuilder<?>> {

		@Override
		public ClientHttpRequestFactoryBuilder<?> customize(ClientHttpRequestFactoryBuilder<?> builder) {
			return ClientHttpRequestFactoryBuilder.of(JdkClientHttpRequestFactory::new);
		}

	}

}
