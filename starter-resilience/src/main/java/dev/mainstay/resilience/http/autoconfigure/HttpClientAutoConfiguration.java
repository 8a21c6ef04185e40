package dev.mainstay.resilience.http.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.ClientName;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.LogicalCalls;
import dev.mainstay.resilience.http.jdk.JdkHttpTimeoutsHints;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.boot.restclient.RestTemplateCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * Auto-configuration of outgoing HTTP calls: what is built with the auto-configured
 * request factory builder, which is the one behind {@code RestClient.Builder}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = ImperativeHttpClientAutoConfiguration.class, after = CallPolicyAutoConfiguration.class)
@ConditionalOnClass(ImperativeHttpClientAutoConfiguration.class)
@ConditionalOnBean(CallPolicy.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.http-client.enabled" }, matchIfMissing = true)
@ImportRuntimeHints(JdkHttpTimeoutsHints.class)
public final class HttpClientAutoConfiguration {

	private static final String HTTP_CLIENT = "mainstay.http-client.enabled";

	private static final String RETRY = "mainstay.http-client.retry.enabled";

	@Bean
	@ConditionalOnMissingBean
	HttpTimeouts mainstayHttpTimeouts(HttpClientProperties properties) {
		return new HttpTimeouts(properties.connectTimeout(), properties.responseTimeout(), properties.idleTimeout());
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
	 * What is said of retries.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = RETRY, matchIfMissing = true)
	static class RetryConfiguration {

		@Bean
		FeatureStatus mainstayRetryStatus(ListableBeanFactory beanFactory, Environment environment) {
			return new HttpClientStatus(HttpClientStatus.RETRY, beanFactory,
					() -> Switch.isOn(environment, HTTP_CLIENT, RETRY));
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

	/**
	 * The names of HTTP service groups.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(RestClientHttpServiceGroupConfigurer.class)
	static class ServiceGroupConfiguration {

		@Bean
		RestClientHttpServiceGroupConfigurer mainstayClientNameConfigurer() {
			return (groups) -> groups
				.forEachClient((group, builder) -> builder.requestInitializer(ClientName.initializer(group.name())));
		}

	}

}
