package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.Set;

import dev.mainstay.resilience.idempotency.BodyFingerprint;
import dev.mainstay.resilience.idempotency.CallerHeaders;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyListener;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.IdempotencyTerms;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import dev.mainstay.resilience.idempotency.Patience;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.RouteRules;
import dev.mainstay.resilience.idempotency.metrics.IdempotencyMetrics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Auto-configuration of idempotency keys, the part that is the same on every web stack.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.idempotency.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties({ IdempotencyProperties.class, IdempotencyPolicyProperties.class })
public final class IdempotencyAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	IdempotencyStore mainstayIdempotencyStore(IdempotencyProperties properties, ObjectProvider<StoreOffer> offers) {
		return StoreChoice.choose(properties.store(), offers.orderedStream().toList(), () -> memory(properties));
	}

	static InMemoryIdempotencyStore memory(IdempotencyProperties properties) {
		return new InMemoryIdempotencyStore(new Retention(properties.ttl(), properties.rejectedTtl()),
				properties.maxEntries(), properties.maxStoreSize().toBytes(), System::nanoTime);
	}

	@Bean
	@ConditionalOnMissingBean
	Idempotency mainstayIdempotency(IdempotencyStore store, IdempotencyProperties properties, IdempotencyTerms terms,
			ObjectProvider<IdempotencyListener> listeners, ObjectProvider<JoinedStoreOffer> joined) {
		IdempotencySettings settings = new IdempotencySettings(properties.strict(), properties.lease(),
				bytes(properties.maxRequestSize()), bytes(properties.maxResponseSize()), properties.afterFailure(),
				properties.onAbandoned(), properties.whenFull(), Set.copyOf(properties.replayedHeaders()));
		return new Idempotency(store, JoinedStoreOffer.choose(properties.mode(), joined.getIfAvailable(), store),
				settings, terms, listeners.orderedStream().toList());
	}

	@Bean
	CallerHeaders mainstayIdempotencyCallerHeaders(IdempotencyProperties properties) {
		return new CallerHeaders(properties.callerHeaders());
	}

	@Bean
	OwnRoutes mainstayIdempotencyOwnRoutes(IdempotencyProperties properties) {
		return new OwnRoutes(properties.excludePaths());
	}

	@Bean
	@ConditionalOnMissingBean
	IdempotencyTerms mainstayIdempotencyTerms(IdempotencyProperties properties, IdempotencyPolicyProperties policy,
			ObjectProvider<BodyFingerprint> fingerprint) {
		return new IdempotencyTerms(new Retention(properties.ttl(), properties.rejectedTtl()),
				new Patience(policy.waitTime(), policy.maxWaiters()),
				fingerprint.getIfAvailable(() -> Fingerprints.of(policy.fingerprint())),
				policy.policyPage().enabled() ? policy.policyPage().path() : null);
	}

	@Bean
	RouteRules mainstayIdempotencyRouteRules(IdempotencyPolicyProperties policy, IdempotencyProperties properties) {
		return new RouteRules(policy.rules(), policy.whenDown(), properties.mode());
	}

	private static int bytes(DataSize size) {
		return Math.toIntExact(size.toBytes());
	}

	/**
	 * The meters, where there is something to count with.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetricsConfiguration {

		@Bean
		@ConditionalOnMissingBean
		IdempotencyMetrics mainstayIdempotencyMetrics(ObjectProvider<IdempotencyStore> stores) {
			return new IdempotencyMetrics(
					(stores.getIfAvailable() instanceof InMemoryIdempotencyStore memory) ? memory : null);
		}

	}

}
