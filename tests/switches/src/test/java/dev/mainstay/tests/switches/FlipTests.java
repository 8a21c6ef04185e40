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
	 * ({@code ManagementAccessIntegrationTests}), and the bound of a random delay shows
	 * in no single call ({@code BackoffTests}). A limit of a route has the route in its
	 * name ({@code AbstractBodyLimitIntegrationTests}).
	 */
	private static final Set<String> TESTED_ELSEWHERE = Set.of("mainstay.security.management.role",
			"mainstay.http-client.retry.max-delay", "mainstay.validation.limits.routes");

	private static final Map<Flip, String> before = new HashMap<>();

	static List<Flip> flips() {
		return Stream
			.of(CoreFlips.all(), InputFlips.all(), ObservabilityFlips.all(), HttpClientFlips.all(),
					IdempotencyFlips.all(), SecurityFlips.all())
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
