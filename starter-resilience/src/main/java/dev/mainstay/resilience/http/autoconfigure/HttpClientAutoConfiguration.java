package dev.mainstay.resilience.http.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.LogicalCalls;
import dev.mainstay.resilience.http.jdk.JdkHttpTimeoutsHints;
import dev.mainstay.resilience.retry.Backoff;
import dev.mainstay.resilience.retry.RetryBudgets;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.RetryListeners;
import dev.mainstay.resilience.retry.RetryMeters;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetrySettings;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of outgoing HTTP calls: what is built with the auto-configured
 * request factory builder, which is the one behind {@code RestClient.Builder}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = ImperativeHttpClientAutoConfiguration.class)
@ConditionalOnClass(ImperativeHttpClientAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.http-client.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(HttpClientProperties.class)
@ImportRuntimeHints(JdkHttpTimeoutsHints.class)
public final class HttpClientAutoConfiguration {

	private static final String CLIENT = "default";

	private static final String HTTP_CLIENT = "mainstay.http-client.enabled";

	private static final String RETRY = "mainstay.http-client.retry.enabled";

	@Bean
	@ConditionalOnMissingBean
	HttpTimeouts mainstayHttpTimeouts(HttpClientProperties properties) {
		return new HttpTimeouts(properties.connectTimeout(), properties.responseTimeout(), properties.idleTimeout());
	}

	@Bean
	@ConditionalOnMissingBean
	CallPolicy mainstayCallPolicy(HttpClientProperties properties, ObjectProvider<RetryPolicy> retryPolicy,
			Environment environment) {
		HttpClientProperties.Budget budget = properties.retry().budget();
		RetryBudgets budgets = new RetryBudgets(budget.ratio(), budget.floor(), budget.window(), System::nanoTime);
		return new CallPolicy(CLIENT, Switch.isOn(environment, RETRY) ? retryPolicy.getIfAvailable() : null, budgets,
				(delay) -> Thread.sleep(delay.toMillis(), delay.toNanosPart() % 1_000_000));
	}

	@Bean
	ResilientBuilderCustomizer mainstayRequestFactoryBuilderCustomizer(HttpTimeouts timeouts, CallPolicy policy,
			Environment environment) {
		return new ResilientBuilderCustomizer(timeouts, policy, () -> Switch.isOn(environment, HTTP_CLIENT));
	}

	@Bean
	FeatureStatus mainstayHttpClientStatus(ListableBeanFactory beanFactory, Environment environment) {
		return new HttpClientStatus(HttpClientStatus.HTTP_CLIENT, beanFactory,
				() -> Switch.isOn(environment, HTTP_CLIENT));
	}

	/**
	 * Retries.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = RETRY, matchIfMissing = true)
	static class RetryConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RetryPolicy mainstayRetryPolicy(HttpClientProperties properties, ObjectProvider<RetryListener> listeners) {
			HttpClientProperties.Retry retry = properties.retry();
			SingletonSupplier<List<RetryListener>> ordered = SingletonSupplier
				.of(() -> listeners.orderedStream().toList());
			return new RetryPolicy(
					new RetrySettings(retry.maxRetries(), retry.maxRetryAfter(), retry.maxElapsed(),
							retry.retryOn500()),
					new Backoff(retry.baseDelay(), retry.maxDelay(), () -> ThreadLocalRandom.current().nextDouble()),
					Clock.systemUTC(), new RetryListeners(ordered::obtain));
		}

		@Bean
		FeatureStatus mainstayRetryStatus(ListableBeanFactory beanFactory, Environment environment) {
			return new HttpClientStatus(HttpClientStatus.RETRY, beanFactory,
					() -> Switch.isOn(environment, HTTP_CLIENT, RETRY));
		}

	}

	/**
	 * Meters, where there may be a registry. They bind to it when it is there: a registry
	 * that itself needs an HTTP client is no circle.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	@ConditionalOnBooleanProperty(name = RETRY, matchIfMissing = true)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RetryMeters mainstayRetryMeters() {
			return new RetryMeters(CLIENT);
		}

	}

	/**
	 * What tells apart a call that an interceptor of the application makes several times.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ RestClientCustomizer.class, RestTemplateCustomizer.class })
	static class RestClientConfiguration {

		@Bean
		RestClientCustomizer mainstayLogicalCallCustomizer() {
			return (builder) -> builder.requestInitializer(LogicalCalls.marking());
		}

		@Bean
		RestTemplateCustomizer mainstayLogicalCallTemplateCustomizer() {
			return (template) -> template.getClientHttpRequestInitializers().add(LogicalCalls.marking());
		}

	}

}
