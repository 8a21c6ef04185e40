package dev.mainstay.benchmarks.calls;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * What a service might make its calls with, as it comes. All but Mainstay go without the
 * waits between attempts, which change no count.
 */
enum Library {

	/** Without retries. */
	NONE("no retries") {

		@Override
		Caller caller(Timeline time, FailingDependency dependency) {
			return immediate(dependency, Supplier::get);
		}

	},

	/** With the defaults. */
	MAINSTAY("Mainstay") {

		@Override
		Caller caller(Timeline time, FailingDependency dependency) {
			return new MainstayCaller(time, dependency, Duration.ofMinutes(2));
		}

	},

	/** With a shorter {@code mainstay.http-client.retry.budget.window}. */
	MAINSTAY_10S("Mainstay, window of 10 s") {

		@Override
		Caller caller(Timeline time, FailingDependency dependency) {
			return new MainstayCaller(time, dependency, Duration.ofSeconds(10));
		}

	},

	/** 3 attempts. */
	RESILIENCE4J("Resilience4j Retry") {

		@Override
		Caller caller(Timeline time, FailingDependency dependency) {
			Retry retry = Retry.of("dependency", RetryConfig.custom().waitDuration(Duration.ZERO).build());
			return immediate(dependency, retry::executeSupplier);
		}

	},

	/** 3 attempts. */
	FAILSAFE("Failsafe") {

		@Override
		Caller caller(Timeline time, FailingDependency dependency) {
			FailsafeExecutor<Boolean> executor = Failsafe.with(dev.failsafe.RetryPolicy.<Boolean>ofDefaults());
			return immediate(dependency, (call) -> executor.get(call::get));
		}

	},

	/** 4 attempts. */
	SPRING("Spring RetryTemplate") {

		@Override
		Caller caller(Timeline time, FailingDependency dependency) {
			RetryTemplate template = new RetryTemplate(RetryPolicy.builder().delay(Duration.ZERO).build());
			return immediate(dependency, (call) -> execute(template, call));
		}

	},

	/** 3 attempts, and a bucket of tokens. */
	AWS("AWS SDK standard") {

		@Override
		Caller caller(Timeline time, FailingDependency dependency) {
			return immediate(dependency, new AwsStrategy()::execute);
		}

	};

	private final String title;

	Library(String title) {
		this.title = title;
	}

	abstract Caller caller(Timeline time, FailingDependency dependency);

	String title() {
		return this.title;
	}

	/** The name in the data. */
	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Boolean execute(RetryTemplate template, Supplier<Boolean> call) {
		try {
			return template.execute(call::get);
		}
		catch (RetryException ex) {
			throw new AttemptFailedException();
		}
	}

	private static Caller immediate(FailingDependency dependency, Execution execution) {
		return () -> {
			dependency.requested();
			try {
				execution.execute(new Attempts(dependency)::next);
			}
			catch (AttemptFailedException ex) {
				// Counted where it happens.
			}
		};
	}

	/** How the library runs a call. */
	@FunctionalInterface
	private interface Execution {

		Boolean execute(Supplier<Boolean> call);

	}

	/** The attempts of one request. */
	private static final class Attempts {

		private final FailingDependency dependency;

		private boolean again;

		Attempts(FailingDependency dependency) {
			this.dependency = dependency;
		}

		Boolean next() {
			if (this.again) {
				this.dependency.retryGranted();
			}
			this.again = true;
			if (!this.dependency.call()) {
				throw new AttemptFailedException();
			}
			return true;
		}

	}

}
