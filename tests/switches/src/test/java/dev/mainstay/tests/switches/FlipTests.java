package dev.mainstay.tests.switches;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.tests.harness.Metadata;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Flips every property that Mainstay describes and looks at what comes of it.
 */
@ExtendWith(OutputCaptureExtension.class)
class FlipTests {

	/**
	 * A role needs Spring Security, which would change every other probe
	 * ({@code ManagementAccessIntegrationTests}), whether guarded endpoints change
	 * something shows with one that Spring Boot lets do so
	 * ({@code ManagementGuardIntegrationTests}), and the bound of a random delay shows in
	 * no single call ({@code BackoffTests}). A limit of a route has the route in its name
	 * ({@code AbstractBodyLimitIntegrationTests}). A waiver is four properties, what is
	 * enforced starts nothing ({@code HardeningAutoConfigurationTests}), and only a
	 * policy locks anything ({@code PlatformPolicyTests}). How much may wait to be
	 * written shows only when nobody reads ({@code HandOffProcessTests}), and the switch
	 * of levels with an end only to who may call their endpoint
	 * ({@code TimedLoggersIntegrationTests}). The bound of a deadline shows to whom it is
	 * told ({@code InboundDeadlinesTests}), and that of a statement only with a database
	 * that takes its time ({@code DeadlineAutoConfigurationTests}). What a breaker, a
	 * limit of calls at a time and a client of a name are made of shows over many calls
	 * ({@code ConfiguredPoliciesTests}, {@code ClientPolicyIntegrationTests}), what the
	 * retries of ten seconds may exceed a ratio by, only after more than that
	 * ({@code RetryBudgetWindowsTests}), and what the other side is told, to it
	 * ({@code CallDeadlineIntegrationTests}). What a store that fails means shows with
	 * one that does ({@code ServletIdempotencyRoutesIntegrationTests},
	 * {@code RouteRulesTests}). Where keys are kept shows with a database or a Redis
	 * ({@code StoreSelectionTests}, {@code CleanupTests}, {@code RedisSelectionTests}),
	 * and how long either is waited for when it hangs ({@code TwoInstancesTests},
	 * {@code RedisFailureTests}). A webhook is called when a budget burns
	 * ({@code WebhookTests}), and budgets are in a file to outlive a restart
	 * ({@code SloStateIntegrationTests}). There have to be many URIs before one has no
	 * room ({@code CardinalityIntegrationTests}). Warnings and events at {@code DEBUG}
	 * make groups of failures only where an application logs them, and a file shows after
	 * a restart ({@code ErrorGroupsAutoConfigurationTests},
	 * {@code ErrorGroupsIntegrationTests}). Who logs in shows where somebody can
	 * ({@code SecurityEventLinesTests}), and what is read again where there are files
	 * that change ({@code TreeRotationTests}, {@code SecretsAutoConfigurationTests}).
	 */
	private static final Set<String> TESTED_ELSEWHERE = Set.of("mainstay.security.management.role",
			"mainstay.security.management.access", "mainstay.http-client.retry.max-delay",
			"mainstay.validation.limits.routes", "mainstay.hardening.waivers", "mainstay.hardening.enforce",
			"mainstay.hardening.locked", "mainstay.logging.async.queue-size", "mainstay.logging.async.queue-bytes",
			"mainstay.logging.level-ttl.enabled", "mainstay.logging.level-ttl.max", "mainstay.deadline.max",
			"mainstay.deadline.jdbc", "mainstay.http-client.max-concurrent-calls", "mainstay.http-client.clients",
			"mainstay.http-client.deadline-header", "mainstay.http-client.retry.attempt-header",
			"mainstay.http-client.retry.budget.burst", "mainstay.http-client.circuit-breaker.failure-rate",
			"mainstay.http-client.circuit-breaker.slow-rate", "mainstay.http-client.circuit-breaker.slow-call",
			"mainstay.http-client.circuit-breaker.window", "mainstay.http-client.circuit-breaker.open",
			"mainstay.http-client.circuit-breaker.max-open", "mainstay.http-client.circuit-breaker.probes",
			"mainstay.idempotency.when-down", "mainstay.idempotency.mode", "mainstay.idempotency.store",
			"mainstay.idempotency.store-timeout", "mainstay.idempotency.jdbc.table",
			"mainstay.idempotency.jdbc.initialize-schema", "mainstay.idempotency.jdbc.cleanup-interval",
			"mainstay.idempotency.jdbc.cleanup-batch", "mainstay.idempotency.redis.key-prefix",
			"mainstay.cardinality.enabled", "mainstay.slo.webhook.url", "mainstay.slo.file",
			"mainstay.error-groups.warnings", "mainstay.error-groups.debug-loggers", "mainstay.error-groups.file",
			"mainstay.security.event.principals", "mainstay.security.event.max-failures-per-second",
			"mainstay.security.event.success-interval", "mainstay.security.secrets.reload",
			"mainstay.security.secrets.reload-interval", "mainstay.security.secrets.token-overlap",
			"mainstay.security.secrets.certificate-warning");

	private static final Map<Flip, String> before = new HashMap<>();

	static List<Flip> flips() {
		return Stream
			.of(CoreFlips.all(), InputFlips.all(), ObservabilityFlips.all(), HttpClientFlips.all(),
					IdempotencyFlips.all(), DeadlineFlips.all(), SecurityFlips.all(), HardeningFlips.all())
			.flatMap(List::stream)
			.toList();
	}

	/** Applications that differ in nothing are one. */
	@BeforeAll
	static void lookBefore(CapturedOutput output) {
		flips().stream().collect(Collectors.groupingBy(Flip::given)).values().forEach((same) -> {
			try (WorldApplication application = start(same.get(0).argumentsBefore())) {
				Service service = new Service(application.http(), output::getAll);
				same.forEach((flip) -> before.put(flip, flip.probe().apply(service)));
			}
		});
	}

	@ParameterizedTest
	@MethodSource("flips")
	void doesWhatItsDescriptionSays(Flip flip, CapturedOutput output) {
		assertThat(before.get(flip)).as("with the default").isEqualTo(flip.before());
		try (WorldApplication application = start(flip.argumentsAfter())) {
			String after = flip.probe().apply(new Service(application.http(), output::getAll));
			assertThat(output).doesNotContain("Mainstay does not know");
			assertThat(after).as("with " + flip).isEqualTo(flip.after()).isNotEqualTo(flip.before());
		}
	}

	@Test
	void noPropertyIsForgotten() {
		Set<String> flipped = flips().stream().map(Flip::property).collect(Collectors.toCollection(TreeSet::new));
		flipped.addAll(TESTED_ELSEWHERE);
		assertThat(Metadata.namesOfProperties()).filteredOn((name) -> name.startsWith("mainstay."))
			.containsExactlyElementsOf(flipped);
	}

	private static WorldApplication start(String... arguments) {
		return World.hardened().start(SwitchApplication.class, arguments);
	}

}
