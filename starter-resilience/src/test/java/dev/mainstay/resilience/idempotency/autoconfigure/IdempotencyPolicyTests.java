package dev.mainstay.resilience.idempotency.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.BodyFingerprint;
import dev.mainstay.resilience.idempotency.IdempotencyTerms;
import dev.mainstay.resilience.idempotency.KeyUse;
import dev.mainstay.resilience.idempotency.Patience;
import dev.mainstay.resilience.idempotency.RoutePolicy;
import dev.mainstay.resilience.idempotency.RouteRules;
import dev.mainstay.resilience.idempotency.reactive.ReactivePolicyPageMapping;
import dev.mainstay.resilience.idempotency.servlet.PolicyPageMapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.server.PathContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers may expect, as it is configured.
 */
@ExtendWith(OutputCaptureExtension.class)
class IdempotencyPolicyTests {

	private static final String JSON = "mainstay.idempotency.fingerprint=canonical-json";

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebMvcAutoConfiguration.class, IdempotencyAutoConfiguration.class,
				ServletIdempotencyAutoConfiguration.class));

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(WebFluxAutoConfiguration.class, IdempotencyAutoConfiguration.class,
				ReactiveIdempotencyAutoConfiguration.class));

	@Test
	void nobodyWaitsByDefaultAndThePageIsPublished() {
		this.servlet.run((context) -> {
			IdempotencyTerms terms = context.getBean(IdempotencyTerms.class);
			assertThat(terms.patience()).isEqualTo(new Patience(Duration.ZERO, 16));
			assertThat(terms.page()).isEqualTo("/mainstay/idempotency");
			assertThat(context).hasSingleBean(PolicyPageMapping.class);
		});
		this.reactive.run((context) -> assertThat(context).hasSingleBean(ReactivePolicyPageMapping.class));
	}

	@Test
	void propertiesReachTheBeans() {
		this.servlet
			.withPropertyValues("mainstay.idempotency.wait=2s", "mainstay.idempotency.max-waiters=3",
					"mainstay.idempotency.policy-page.path=/docs/keys", "mainstay.idempotency.when-down=closed",
					"mainstay.idempotency.routes[PUT /payments/**]=required")
			.run((context) -> {
				IdempotencyTerms terms = context.getBean(IdempotencyTerms.class);
				assertThat(terms.patience()).isEqualTo(new Patience(Duration.ofSeconds(2), 3));
				assertThat(terms.page()).isEqualTo("/docs/keys");
				RouteRules rules = context.getBean(RouteRules.class);
				assertThat(policy(rules, "PUT", "/payments/1").use()).isEqualTo(KeyUse.REQUIRED);
				assertThat(policy(rules, "POST", "/orders").closed()).isTrue();
			});
	}

	private static RoutePolicy policy(RouteRules rules, String method, String path) {
		return rules.policy(method, () -> PathContainer.parsePath(path), () -> null);
	}

	@Test
	void pageIsSwitchedOff() {
		String off = "mainstay.idempotency.policy-page.enabled=false";
		this.servlet.withPropertyValues(off).run((context) -> {
			assertThat(context).doesNotHaveBean(PolicyPageMapping.class);
			assertThat(context.getBean(IdempotencyTerms.class).page()).isNull();
		});
		this.reactive.withPropertyValues(off)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactivePolicyPageMapping.class));
	}

	@Test
	void jsonIsComparedByWhatItSaysIfThatIsAskedFor() {
		this.servlet.run((context) -> assertThat(comparesJson(context.getBean(IdempotencyTerms.class))).isFalse());
		this.servlet.withPropertyValues(JSON)
			.run((context) -> assertThat(comparesJson(context.getBean(IdempotencyTerms.class))).isTrue());
	}

	private static boolean comparesJson(IdempotencyTerms terms) {
		BodyFingerprint fingerprint = terms.fingerprint();
		return fingerprint.of("[1]".getBytes(StandardCharsets.UTF_8), "application/json")
			.equals(fingerprint.of("[ 1 ]".getBytes(StandardCharsets.UTF_8), "application/json"));
	}

	@Test
	void withoutJacksonBodiesAreComparedByTheirBytesAndThatIsSaid(CapturedOutput output) {
		this.servlet.withPropertyValues(JSON)
			.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(comparesJson(context.getBean(IdempotencyTerms.class))).isFalse());
		assertThat(output).containsOnlyOnce("there is no Jackson 3 to read JSON with");
	}

	@Test
	void fingerprintOfTheApplicationIsUsed() {
		BodyFingerprint own = (body, contentType) -> "the same";
		this.servlet.withPropertyValues(JSON)
			.withBean(BodyFingerprint.class, () -> own)
			.run((context) -> assertThat(context.getBean(IdempotencyTerms.class).fingerprint()).isSameAs(own));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			wait | -1s
			wait | 6m
			max-waiters | -1
			policy-page.path | keys
			policy-page.path | /keys/{id}
			routes[payments] | required
			routes[GET /payments] | required
			routes[/payments/{open] | off
			""")
	void incoherentValueStopsTheStartWithAReadableMessage(String name, String value) {
		this.servlet.withPropertyValues("mainstay.idempotency." + name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.idempotency." + name + " is " + value));
	}

}
