package dev.mainstay.resilience.http.autoconfigure;

import dev.mainstay.resilience.http.HttpComponentsDefaults;
import dev.mainstay.resilience.http.HttpTimeouts;
import dev.mainstay.resilience.http.JettyDefaults;
import dev.mainstay.resilience.http.ReactorDefaults;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.client.autoconfigure.imperative.ImperativeHttpClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of what has to be said to certain HTTP clients before the
 * application customizes them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = ImperativeHttpClientAutoConfiguration.class, after = HttpClientAutoConfiguration.class)
@ConditionalOnClass(ImperativeHttpClientAutoConfiguration.class)
@ConditionalOnBean(HttpTimeouts.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.http-client.enabled" }, matchIfMissing = true)
public final class HttpClientDefaultsAutoConfiguration {

	/**
	 * Apache HttpComponents.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HttpRequestRetryStrategy.class)
	static class HttpComponentsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		HttpComponentsDefaults mainstayHttpComponentsDefaults(HttpTimeouts timeouts) {
			return new HttpComponentsDefaults(timeouts);
		}

	}

	/**
	 * Jetty.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(org.eclipse.jetty.client.HttpClient.class)
	static class JettyConfiguration {

		@Bean
		@ConditionalOnMissingBean
		JettyDefaults mainstayJettyDefaults() {
			return new JettyDefaults();
		}

	}

	/**
	 * Reactor Netty.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HttpClient.class)
	static class ReactorConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ReactorDefaults mainstayReactorDefaults(HttpTimeouts timeouts) {
			return new ReactorDefaults(timeouts);
		}

	}

}
