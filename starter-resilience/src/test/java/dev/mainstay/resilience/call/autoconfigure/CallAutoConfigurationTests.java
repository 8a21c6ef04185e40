package dev.mainstay.resilience.call.autoconfigure;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.call.Resilience;
import dev.mainstay.resilience.call.Resilient;
import dev.mainstay.resilience.fallback.ClientFallbackPostProcessor;
import dev.mainstay.resilience.fallback.metrics.FallbackMeters;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.policy.FailureClassifier;
import dev.mainstay.resilience.policy.FailedWork;
import dev.mainstay.resilience.retry.FailureKind;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class CallAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				CallAutoConfiguration.class, FallbackAutoConfiguration.class));

	@Test
	void isThereByDefault() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(Resilience.class)
			.hasSingleBean(ClientFallbackPostProcessor.class)
			.hasSingleBean(FallbackMeters.class));
	}

	@Test
	void backsOffForBeansOfTheApplication() {
		FailureClassifier own = (failure) -> FailedWork.transientOf(FailureKind.AMBIGUOUS);
		Resilience engine = Resilience.plain();
		this.contextRunner.withBean(FailureClassifier.class, () -> own)
			.withBean(Resilience.class, () -> engine)
			.run((context) -> {
				assertThat(context.getBean(Resilience.class)).isSameAs(engine);
				assertThat(context.getBean(FailureClassifier.class)).isSameAs(own);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled=false", "mainstay.http-client.enabled=false" })
	void anApplicationThatAsksForTheEngineStartsWhenItIsOff(String property) {
		this.contextRunner.withPropertyValues(property)
			.withInitializer(shipped())
			.withBean(Asking.class)
			.run((context) -> {
				assertThat(context).hasNotFailed().doesNotHaveBean(Resilience.class);
				assertThat(context.getBean(Asking.class).resilience().<String>call("ledger", () -> "done"))
					.isEqualTo("done");
			});
	}

	@Test
	void anApplicationThatAsksForTheEngineGetsTheOneWhenItIsOn() {
		this.contextRunner.withInitializer(shipped())
			.withBean(Asking.class)
			.run((context) -> assertThat(context.getBean(Asking.class).resilience())
				.isSameAs(context.getBean(Resilience.class)));
	}

	/** The one that the starter ships, found as Spring Boot finds it. */
	@SuppressWarnings("unchecked")
	private static ApplicationContextInitializer<ConfigurableApplicationContext> shipped() {
		return (ApplicationContextInitializer<ConfigurableApplicationContext>) SpringFactoriesLoader
			.forDefaultResourceLocation(CallAutoConfigurationTests.class.getClassLoader())
			.load(ApplicationContextInitializer.class)
			.stream()
			.filter((it) -> it.getClass().getName().startsWith("dev.mainstay.resilience."))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void worksWithoutWhatIsOptional() {
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterBinder.class, HttpServiceProxyRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(Resilience.class)
				.doesNotHaveBean(FallbackMeters.class)
				.doesNotHaveBean(ClientFallbackPostProcessor.class));
	}

	@Test
	void aMethodThatCannotBeCalledThatWayStopsTheStart() {
		for (Class<?> type : Arrays.asList(Later.class, LaterStill.class, Final.class, NoFallback.class)) {
			this.contextRunner.withBean(type)
				.run((context) -> assertThat(context).getFailure()
					.rootCause()
					.isInstanceOf(IllegalStateException.class)
					.hasMessageContaining("@Resilient method " + type.getName() + ".call"));
		}
	}

	@Test
	void aWrongNameOfAHeaderStopsTheStart() {
		this.contextRunner.withPropertyValues("mainstay.http-client.fallback.degraded-header=X Degraded")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.http-client.fallback.degraded-header"));
	}

	record Asking(Resilience resilience) {
	}

	static class Later {

		@Resilient("ledger")
		public CompletableFuture<String> call() {
			return new CompletableFuture<>();
		}

	}

	static class LaterStill {

		@Resilient("ledger")
		public Mono<String> call() {
			return Mono.empty();
		}

	}

	static class Final {

		@Resilient("ledger")
		public final String call() {
			return "";
		}

	}

	static class NoFallback {

		@Resilient(value = "ledger", fallbackMethod = "missing")
		public String call() {
			return missing(1);
		}

		private String missing(int other) {
			return "" + other;
		}

	}

}
