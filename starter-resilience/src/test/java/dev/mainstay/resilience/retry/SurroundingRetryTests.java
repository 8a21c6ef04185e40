package dev.mainstay.resilience.retry;

import com.example.shop.retry.Patiently;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SurroundingRetryTests {

	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.retry.support.RetryTemplate",
			"org.springframework.core.retry.RetryTemplate",
			"org.springframework.resilience.retry.AbstractRetryInterceptor", "io.github.resilience4j.retry.Retry",
			"dev.failsafe.internal.RetryPolicyExecutor", "io.smallrye.faulttolerance.core.retry.Retry",
			"com.acme.RetryingClient", "com.acme.Orders$RetryLoop", "com.acme.Retrier", "com.acme.retry.Loop",
			"com.acme.OrderTests$RetryInterceptor", "Retry" })
	void knowsARetryByItsName(String className) {
		assertThat(SurroundingRetry.isNamedForIt(className)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.OrderService", "com.acme.DocumentRetriever", "com.acme.Country",
			"com.acme.RegistryEntry", "com.acme.HttpRetryTests", "com.acme.retry.PaymentTest", "com.acme.RetryIT$1",
			"com.acme.retrydemo.Orders", "dev.failsafe.internal.TimeoutExecutor", "java.lang.Thread",
			"dev.mainstay.resilience.http.RetriedCall" })
	void takesNothingElseForOne(String className) {
		assertThat(SurroundingRetry.isNamedForIt(className)).isFalse();
	}

	@Test
	void findsItOnTheStack() {
		assertThat(Patiently.call(SurroundingRetry::isPresent)).isTrue();
	}

	@Test
	void findsNothingInAPlainCall() {
		assertThat(SurroundingRetry.isPresent()).isFalse();
	}

}
