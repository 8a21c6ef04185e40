package dev.mainstay.observability.tracing.sampling.autoconfigure;

import dev.mainstay.observability.accesslog.SlowRequests;
import dev.mainstay.observability.tracing.sampling.RequestVerdicts;
import dev.mainstay.observability.tracing.sampling.TailSampling;
import dev.mainstay.observability.tracing.sampling.TraceKeeper;
import dev.mainstay.observability.tracing.sampling.reactive.ReactiveCallers;
import dev.mainstay.observability.tracing.sampling.servlet.ServletCallers;
import jakarta.servlet.ServletRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of what requests have to do with sampling: who may ask for it, and
 * which are kept at their end.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SamplingAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBean(TailSampling.class)
public final class RequestSamplingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RequestVerdicts mainstayRequestVerdicts(TailSampling tail, ObjectProvider<TraceKeeper> keepers) {
		return new RequestVerdicts(tail, SingletonSupplier.of(() -> keepers.orderedStream().toList())::obtain);
	}

	@Bean
	TraceKeeper mainstaySlowTraces(SamplingProperties properties, ObjectProvider<SlowRequests> slow) {
		SlowRequests slowRequests = properties.keepSlow() ? slow.getIfAvailable(SlowRequests::none)
				: SlowRequests.none();
		return slowRequests::isSlow;
	}

	/**
	 * Knows the senders of servlet requests.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.SERVLET)
	@ConditionalOnClass(ServletRequest.class)
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ServletCallers mainstayTraceCallers() {
			return new ServletCallers();
		}

	}

	/**
	 * Knows the senders of requests of WebFlux.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = Type.REACTIVE)
	@ConditionalOnClass(ServerHttpRequest.class)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ReactiveCallers mainstayReactiveTraceCallers() {
			return new ReactiveCallers();
		}

	}

}
