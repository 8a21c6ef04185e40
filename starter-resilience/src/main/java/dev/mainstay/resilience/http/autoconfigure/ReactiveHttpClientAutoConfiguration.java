package dev.mainstay.resilience.http.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.resilience.http.CallPolicy;
import dev.mainstay.resilience.http.ClientName;
import dev.mainstay.resilience.http.HttpComponentsAsyncDefaults;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.jdk.JdkConnectorHints;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.support.WebClientHttpServiceGroupConfigurer;

/**
 * Auto-configuration of outgoing HTTP calls of reactive clients: what is built with the
 * auto-configured connector builder, which is the one behind {@code WebClient.Builder}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
		before = org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration.class,
		after = HttpClientAutoConfiguration.class)
@ConditionalOnClass({
		org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration.class,
		Mono.class })
@ConditionalOnBean({ CallPolicy.class, HttpTimeouts.class })
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.http-client.enabled" }, matchIfMissing = true)
@ImportRuntimeHints(JdkConnectorHints.class)
public final class ReactiveHttpClientAutoConfiguration {

	private static final String HTTP_CLIENT = "mainstay.http-client.enabled";

	@Bean
	ResilientConnectorCustomizer mainstayConnectorBuilderCustomizer(HttpTimeouts timeouts, CallPolicy policy,
			Environment environment) {
		return new ResilientConnectorCustomizer(timeouts, policy, () -> Switch.isOn(environment, HTTP_CLIENT));
	}

	/**
	 * Apache HttpComponents.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HttpAsyncClientBuilder.class)
	static class HttpComponentsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		HttpComponentsAsyncDefaults mainstayHttpComponentsAsyncDefaults(CallPolicy policy, Environment environment) {
			return new HttpComponentsAsyncDefaults(
					() -> Switch.isOn(environment, HTTP_CLIENT) && policy.destinations().mayRetry());
		}

	}

	/**
	 * The names of HTTP service groups whose clients are reactive.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebClientHttpServiceGroupConfigurer.class)
	static class GroupNamesConfiguration {

		@Bean
		WebClientHttpServiceGroupConfigurer mainstayWebClientGroupNames() {
			return (groups) -> groups.forEachClient((group, builder) -> builder.defaultRequest((request) -> request
				.attributes((attributes) -> attributes.putIfAbsent(ClientName.ATTRIBUTE, group.name()))));
		}

	}

}
