package dev.mainstay.observability.tracing.sampling.autoconfigure;

import java.util.List;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.observability.accesslog.autoconfigure.SlowRequestsAutoConfiguration;
import dev.mainstay.observability.tracing.sampling.Callers;
import dev.mainstay.observability.tracing.sampling.HeadSampler;
import dev.mainstay.observability.tracing.sampling.SamplingMetrics;
import dev.mainstay.observability.tracing.sampling.TailSampling;
import dev.mainstay.observability.tracing.sampling.TrustingPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanProcessors;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of which traces are exported. Takes the places of Spring Boot's
 * sampler, propagators and list of processors; where the application has any of them, or
 * has set a sampler, the rest does as Spring Boot's would.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = SlowRequestsAutoConfiguration.class,
		beforeName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnClass({ OtelTracer.class, Sampler.class, SpanProcessors.class })
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, "mainstay.tracing.enabled", SamplerChoice.ENABLED },
		matchIfMissing = true)
@EnableConfigurationProperties(SamplingProperties.class)
public final class SamplingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TailSampling mainstayTailSampling() {
		return new TailSampling();
	}

	@Bean
	@ConditionalOnMissingBean
	Sampler mainstaySampler(SamplingProperties properties, TailSampling tail, Environment environment) {
		SamplerChoice choice = new SamplerChoice(environment);
		return choice.isOurs() ? new HeadSampler(choice.tracesPerSecond(properties), choice.ratio(properties),
				tail::isActive, System::nanoTime) : choice.ofSpringBoot();
	}

	/**
	 * A wish is ignored only where it is our sampler that would otherwise obey it: what
	 * the application has made itself decides as it does without us.
	 */
	@Bean
	@ConditionalOnMissingBean
	ContextPropagators mainstayContextPropagators(ObjectProvider<TextMapPropagator> propagators, Sampler sampler,
			ObjectProvider<TrustedProxies> trusted, ObjectProvider<Callers> callers, SamplingStatus status) {
		List<TextMapPropagator> all = propagators.orderedStream().toList();
		return ContextPropagators.create((sampler instanceof HeadSampler && status.state() == FeatureState.ON)
				? TrustingPropagator.of(all, trusted.getIfAvailable(TrustedProxies::none),
						callers.orderedStream().toList())
				: TextMapPropagator.composite(all));
	}

	@Bean
	@ConditionalOnMissingBean
	SpanProcessors mainstaySpanProcessors(ObjectProvider<SpanProcessor> processors, Sampler sampler, TailSampling tail,
			ListableBeanFactory beanFactory) {
		List<SpanProcessor> all = processors.orderedStream().toList();
		ProcessorChain chain = ProcessorChain.of(beanFactory, beanFactory.getBean(Environment.class));
		return SpanProcessors.of((sampler instanceof HeadSampler) ? chain.sampled(all, tail) : chain.whole(all));
	}

	@Bean
	@ConditionalOnMissingBean
	SamplingMetrics mainstaySamplingMetrics(TailSampling tail, Environment environment) {
		return new SamplingMetrics(tail, new SamplerChoice(environment).isOurs());
	}

	@Bean
	SamplingStatus mainstaySamplingStatus(ListableBeanFactory beanFactory, Environment environment) {
		return SamplingStatus.of(beanFactory, new SamplerChoice(environment));
	}

}
