package dev.mainstay.resilience.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.call.autoconfigure.CallAutoConfiguration;
import dev.mainstay.resilience.call.autoconfigure.FallbackAutoConfiguration;
import dev.mainstay.resilience.fallback.metrics.FallbackMeters;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import dev.mainstay.resilience.policy.Authority;
import dev.mainstay.resilience.policy.Destinations;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ResilientMethodTests {

	private static final UncheckedIOException RESET = new UncheckedIOException(new IOException("reset"));

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class,
				CallAutoConfiguration.class, FallbackAutoConfiguration.class))
		.withPropertyValues("mainstay.http-client.retry.base-delay=1ms", "mainstay.http-client.retry.max-delay=1ms",
				"mainstay.http-client.retry.budget.floor=100")
		.withUserConfiguration(Application.class);

	@Test
	void aMethodIsDoneAgainUnlessItIsUnsafe() {
		run((context) -> {
			Ledger ledger = context.getBean(Ledger.class);
			assertThat(ledger.balance(2, "a")).isEqualTo("balance of a");
			assertThat(ledger.attempts()).hasValue(3);
			ledger.attempts().set(0);
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ledger.charge(1));
			assertThat(ledger.attempts()).hasValue(1);
			assertThat(context.getBean(Destinations.class).of("ledger", Authority.NONE).counts().calls()).isEqualTo(2);
		});
	}

	@Test
	void theFallbackWithTheNearestTypeAnswers() {
		run((context) -> {
			Ledger ledger = context.getBean(Ledger.class);
			assertThat(ledger.balance(1000, "a")).isEqualTo("last known of a");
			assertThat(ledger.attempts()).hasValue(3);
			assertThat(ledger.balance(-1, "a")).isEqualTo("told a: defect");
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ledger.balance(-2, "a"));
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(FallbackMeters.class).bindTo(registry);
			assertThat(registry.get("mainstay.http.client.fallbacks")
				.tags("client", "ledger", "cause", "ambiguous")
				.functionCounter()
				.count()).isEqualTo(1);
		});
	}

	@Test
	void anAnnotationOnTheClassIsForItsPublicMethods() {
		run((context) -> {
			Prices prices = context.getBean(Prices.class);
			assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(prices::price);
			assertThat(prices.attempts()).hasValue(3);
		});
	}

	@Test
	void retriesOfSpringKeepTheirNumber() {
		run((context) -> {
			Retried retried = context.getBean(Retried.class);
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(retried::around);
			assertThat(retried.attempts()).hasValue(4);
			retried.attempts().set(0);
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(retried::both);
			assertThat(retried.attempts()).hasValue(4);
		});
	}

	@Test
	void whatTheMethodDeclaresIsThrownAsItIs() {
		run((context) -> assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> context.getBean(Ledger.class).checked())
			.withMessage("checked"));
	}

	private void run(ContextConsumer<AssertableApplicationContext> consumer) {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed();
			consumer.accept(context);
		});
	}

	@Configuration(proxyBeanMethods = false)
	@EnableResilientMethods
	static class Application {

		@Bean
		Ledger ledger() {
			return new Ledger();
		}

		@Bean
		Prices prices() {
			return new Prices();
		}

		@Bean
		Retried retried(Resilience resilience) {
			return new Retried(resilience);
		}

	}

	static class Ledger {

		private final AtomicInteger attempts = new AtomicInteger();

		AtomicInteger attempts() {
			return this.attempts;
		}

		@Resilient(value = "ledger", fallbackMethod = "lastKnown")
		public String balance(int failures, String account) {
			if (failures < 0) {
				throw (failures == -1) ? new IllegalArgumentException("defect") : new IllegalStateException("defect");
			}
			if (this.attempts.getAndIncrement() < failures) {
				throw RESET;
			}
			return "balance of " + account;
		}

		private String lastKnown(int failures, String account) {
			return "last known of " + account;
		}

		private String lastKnown(int failures, String account, IllegalArgumentException failure) {
			return "told " + account + ": " + failure.getMessage();
		}

		@Resilient(value = "ledger", repetition = Repetition.UNSAFE)
		public void charge(int failures) {
			if (this.attempts.getAndIncrement() < failures) {
				throw RESET;
			}
		}

		@Resilient(value = "ledger", repetition = Repetition.NEVER)
		public void checked() throws IOException {
			throw new IOException("checked");
		}

	}

	@Resilient("prices")
	static class Prices {

		private final AtomicInteger attempts = new AtomicInteger();

		AtomicInteger attempts() {
			return this.attempts;
		}

		public String price() {
			this.attempts.incrementAndGet();
			throw RESET;
		}

	}

	static class Retried {

		private final Resilience resilience;

		private final AtomicInteger attempts = new AtomicInteger();

		Retried(Resilience resilience) {
			this.resilience = resilience;
		}

		AtomicInteger attempts() {
			return this.attempts;
		}

		@Retryable(maxRetries = 3, delay = 1)
		public String around() {
			return this.resilience.call("ledger", this::fail);
		}

		@Retryable(maxRetries = 3, delay = 1)
		@Resilient("ledger")
		public String both() {
			return fail();
		}

		private String fail() {
			this.attempts.incrementAndGet();
			throw RESET;
		}

	}

}
