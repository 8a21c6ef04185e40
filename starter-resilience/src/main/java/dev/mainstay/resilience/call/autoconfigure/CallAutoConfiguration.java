package dev.mainstay.resilience.call.autoconfigure;

import java.util.List;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.resilience.call.Resilience;
import dev.mainstay.resilience.call.ResilientPostProcessor;
import dev.mainstay.resilience.fallback.FallbackListener;
import dev.mainstay.resilience.fallback.Fallbacks;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.policy.Destinations;
import dev.mainstay.resilience.policy.FailureClassifier;
import dev.mainstay.resilience.policy.KnownFailures;
import dev.mainstay.resilience.rejection.RejectionProblemMapper;
import dev.mainstay.resilience.retry.FailureKind;
import dev.mainstay.resilience.retry.RetryPolicy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.util.function.SingletonSupplier;

/**
 * Auto-configuration of the policy of calls for any method.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = CallPolicyAutoConfiguration.class)
@ConditionalOnBean(Destinations.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", CallAutoConfiguration.ENABLED }, matchIfMissing = true)
public final class CallAutoConfiguration {

	static final String ENABLED = "mainstay.http-client.enabled";

	@Bean
	@ConditionalOnMissingBean(FailureClassifier.class)
	KnownFailures mainstayKnownFailures(ObjectProvider<RetryPolicy> retry) {
		RetryPolicy policy = retry.getIfAvailable();
		return new KnownFailures((policy != null) ? policy::kindOf : FailureKind::of);
	}

	@Bean
	@ConditionalOnMissingBean
	Fallbacks mainstayFallbacks(FailureClassifier classifier, ObjectProvider<FallbackListener> listeners) {
		SingletonSupplier<List<FallbackListener>> ordered = SingletonSupplier
			.of(() -> listeners.orderedStream().toList());
		return new Fallbacks(classifier, ordered::obtain);
	}

	@Bean
	@ConditionalOnMissingBean
	Resilience mainstayResilience(Destinations destinations, FailureClassifier classifier, Fallbacks fallbacks,
			Environment environment) {
		return Switch.isOn(environment, ENABLED)
				? new Resilience(destinations, classifier, fallbacks,
						(delay) -> Thread.sleep(delay.toMillis(), delay.toNanosPart() % 1_000_000))
				: Resilience.plain();
	}

	@Bean
	@ConditionalOnMissingBean
	RejectionProblemMapper mainstayRejectionProblemMapper() {
		return new RejectionProblemMapper();
	}

	@Bean
	static ResilientPostProcessor mainstayResilientPostProcessor(ObjectProvider<Resilience> resilience,
			Environment environment) {
		return new ResilientPostProcessor(resilience::getObject,
				environment.getProperty("spring.aop.proxy-target-class", Boolean.class, true),
				Switch.isOn(environment, ENABLED));
	}

}
