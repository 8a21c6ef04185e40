package dev.mainstay.core.hardening.calls;

import java.util.function.Supplier;

import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.resilience.call.Repetition;
import dev.mainstay.resilience.call.Resilient;
import dev.mainstay.resilience.call.autoconfigure.CallAutoConfiguration;
import dev.mainstay.resilience.http.autoconfigure.CallPolicyAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class RetryChecksTests {

	private final UnsafeRetryCheck unsafe = new UnsafeRetryCheck();

	private final StackedRetriesCheck stacked = new StackedRetriesCheck();

	private final ApplicationContextRunner plain = new ApplicationContextRunner().withUserConfiguration(Enabled.class);

	private final ApplicationContextRunner resilient = this.plain.withConfiguration(AutoConfigurations
		.of(LadderAutoConfiguration.class, CallPolicyAutoConfiguration.class, CallAutoConfiguration.class));

	@Test
	void aPostThatIsRetriedIsFound() {
		this.plain.withBean(Posting.class)
			.run((context) -> assertThatLooking(this.unsafe, context)
				.fails("@Retryable Posting#post sends what may have its effect twice"));
		this.plain.withBean(InLambda.class)
			.run((context) -> assertThatLooking(this.unsafe, context).fails("@Retryable InLambda#post"));
		this.plain.withBean(OnTemplate.class)
			.run((context) -> assertThatLooking(this.unsafe, context).fails("@Retryable OnTemplate#post"));
		this.plain.withBean(Exchanging.class)
			.run((context) -> assertThatLooking(this.unsafe, context).fails("@Retryable Exchanging#post"));
		this.plain.withBean(Payments.class, RetryChecksTests::payments)
			.run((context) -> assertThatLooking(this.unsafe, context).fails("@Retryable Payments#payAgain"));
		this.resilient.withBean(ResilientPosting.class)
			.run((context) -> assertThatLooking(this.unsafe, context).fails("@Resilient ResilientPosting#post"));
	}

	@Test
	void whatIsSafePasses() {
		this.plain.withBean(Getting.class)
			.withBean(Keyed.class)
			.run((context) -> assertThatLooking(this.unsafe, context).passes());
		this.resilient.withBean(UnsafePosting.class)
			.withBean(Getting.class)
			.run((context) -> assertThatLooking(this.unsafe, context).passes());
	}

	@Test
	void anAnnotationThatNobodyObeysIsNoRetry() {
		new ApplicationContextRunner().withBean(Posting.class).run((context) -> {
			assertThatLooking(this.unsafe, context).isNotApplicable();
			assertThatLooking(this.stacked, context).isNotApplicable();
		});
	}

	@Test
	void retriesAroundRetriesAreFound() {
		this.plain.withBean(Getting.class)
			.withBean(Around.class)
			.run((context) -> assertThatLooking(this.stacked, context)
				.fails("@Retryable Around#get surrounds Getting, which retries"));
		this.resilient.withBean(Twice.class)
			.run((context) -> assertThatLooking(this.stacked, context)
				.fails("@Retryable @Resilient Twice#get is retried twice over"));
		this.resilient.withBean(Getting.class)
			.run((context) -> assertThatLooking(this.stacked, context).fails(
					"@Retryable Getting#get surrounds Payments, which retries",
					"@Retryable Getting#get surrounds RestClient, which retries"));
	}

	@Test
	void retriesInOnePlacePass() {
		this.plain.withBean(Getting.class).run((context) -> assertThatLooking(this.stacked, context).passes());
		this.resilient.withBean(ResilientGetting.class)
			.run((context) -> assertThatLooking(this.stacked, context).passes());
	}

	private static Payments payments() {
		return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(RestClient.create()))
			.build()
			.createClient(Payments.class);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableResilientMethods
	static class Enabled {

	}

	interface Payments {

		@GetExchange("/payments")
		String list();

		@PostExchange("/payments")
		String pay();

		@Retryable
		@PostExchange("/payments")
		String payAgain();

	}

	static class Posting {

		@Retryable
		public String post() {
			return String.valueOf(RestClient.create().post().retrieve().body(String.class));
		}

	}

	static class InLambda {

		@Retryable
		public String post() {
			return later(() -> send());
		}

		private String send() {
			return String.valueOf(RestClient.create().patch().retrieve().body(String.class));
		}

		private static String later(Supplier<String> work) {
			return work.get();
		}

	}

	static class OnTemplate {

		@Retryable
		public Object post() {
			return new RestTemplate().postForEntity("http://localhost", "body", String.class);
		}

	}

	static class Exchanging {

		private final Payments payments = payments();

		@Retryable
		public String post() {
			return this.payments.pay();
		}

	}

	static class Getting {

		private final Payments payments = payments();

		@Retryable
		public String get() {
			return this.payments.list() + RestClient.create().get().retrieve().body(String.class);
		}

	}

	static class Keyed {

		@Retryable
		public String post(String key) {
			return String
				.valueOf(RestClient.create().post().header("Idempotency-Key", key).retrieve().body(String.class));
		}

	}

	static class Around {

		private final Getting getting;

		Around(Getting getting) {
			this.getting = getting;
		}

		@Retryable
		public String get() {
			return this.getting.get();
		}

	}

	static class Twice {

		@Retryable
		@Resilient("payments")
		public String get() {
			return "got";
		}

	}

	static class ResilientGetting {

		@Resilient("payments")
		public String get() {
			return String.valueOf(RestClient.create().get().retrieve().body(String.class));
		}

	}

	static class ResilientPosting {

		@Resilient("payments")
		public String post() {
			return String.valueOf(RestClient.create().post().retrieve().body(String.class));
		}

	}

	static class UnsafePosting {

		@Resilient(value = "payments", repetition = Repetition.UNSAFE)
		public String post() {
			return String.valueOf(RestClient.create().post().retrieve().body(String.class));
		}

	}

}
