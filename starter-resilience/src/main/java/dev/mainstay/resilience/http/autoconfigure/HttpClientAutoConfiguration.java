package dev.mainstay.resilience.http.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.LogicalCalls;
import dev.mainstay.resilience.http.Watchdog;
import dev.mainstay.resilience.retry.Backoff;
import dev.mainstay.resilience.retry.RetryBudgets;
import dev.mainstay.resilience.retry.RetryListener;
import dev.mainstay.resilience.retry.RetryListeners;
import dev.mainstay.resilience.retry.RetryMeters;
import dev.mainstay.resilience.retry.RetryPolicy;
import dev.mainstay.resilience.retry.RetrySettings;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of outgoing HTTP calls: what is built with the auto-configured
 * request factory builder, which is the one behind {@code RestClient.Builder}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = ImperativeHttpClientAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(ImperativeHttpClientAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.http-client.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(HttpClientProperties.class)
public final class HttpClientAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Watchdog mainstayHttpWatchdog() {
		return new Watchdog();
	}

	@Bean
	ResilientBuilderCustomizer mainstayRequestFactoryBuilderCustomizer(HttpClientProperties properties,
			ObjectProvider<RetryPolicy> retryPolicy, Watchdog watchdog) {
		HttpClientProperties.Budget budget = properties.retry().budget();
		RetryBudgets budgets = new RetryBudgets(budget.ratio(), budget.floor(), budget.window(), System::nanoTime);
		CallPolicy policy = new CallPolicy("default", retryPolicy.getIfAvailable(), budgets,
				(delay) -> Thread.sleep(delay.toMillis(), delay.toNanosPart() % 1_000_000));
		HttpTimeouts timeouts = new HttpTimeouts(properties.connectTimeout(), properties.responseTimeout(),
				properties.idleTimeout());
		return new ResilientBuilderCustomizer(timeouts, policy, watchdog);
	}

	@Bean
	FeatureStatus mainstayHttpClientStatus(ListableBeanFactory beanFactory) {
		return new HttpClientStatus("http-client", beanFactory);
	}

	/**
	 * Retries.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "mainstay.http-client.retry.enabled", matchIfMissing = true)
	static class RetryConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RetryPolicy mainstayRetryPolicy(HttpClientProperties properties, ObjectProvider<RetryListener> listeners) {
			HttpClientProperties.Retry retry = properties.retry();
			List<RetryListener> ordered = listeners.orderedStream().toList();
			return new RetryPolicy(new RetrySettings(retry.maxRetries(), retry.maxRetryAfter()),
					new Backoff(retry.baseDelay(), retry.maxDelay(), () -> ThreadLocalRandom.current().nextDouble()),
					Clock.systemUTC(), new RetryListeners(ordered));
		}

		@Bean
		FeatureStatus mainstayRetryStatus(ListableBeanFactory beanFactory) {
			return new HttpClientStatus("retry", beanFactory);
		}

	}

	/**
	 * Meters, where there is a registry.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	@ConditionalOnBean(MeterRegistry.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		RetryMeters mainstayRetryMeters(MeterRegistry registry) {
			return new RetryMeters(registry);
		}

	}

	/**
	 * What tells apart a call that an interceptor of the application makes several times.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClientCustomizer.class)
	static class RestClientConfiguration {

		@Bean
		RestClientCustomizer mainstayLogicalCallCustomizer() {
			return (builder) -> builder.requestInitializer(LogicalCalls.marking());
		}

	}

}
