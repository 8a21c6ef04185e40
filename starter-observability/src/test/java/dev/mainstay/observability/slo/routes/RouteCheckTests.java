package dev.mainstay.observability.slo.routes;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.ObjectiveKind;
import dev.mainstay.observability.slo.Objectives;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RouteCheckTests {

	@Test
	void namesThePropertyThatIsThere() {
		Objective alone = objective("search-latency", ObjectiveKind.LATENCY);
		refuses("mainstay.slo.objectives.search-latency.routes[0]", alone);
		refuses("mainstay.slo.objectives.search.routes[0]", alone, objective("search", ObjectiveKind.AVAILABILITY));
	}

	private static void refuses(String property, Objective... objectives) {
		RouteCheck check = new RouteCheck(new Objectives(List.of(objectives)), Known::new, true);
		assertThatExceptionOfType(InvalidPropertyException.class).isThrownBy(check::afterSingletonsInstantiated)
			.withMessageStartingWith(property);
	}

	private static Objective objective(String name, ObjectiveKind kind) {
		return new Objective(name, kind, 0.99, Duration.ofDays(30), null, List.of("/serach"), null, null, false);
	}

	private static final class Known implements KnownRoutes {

		@Override
		public List<KnownRoute> all() {
			return List.of(new KnownRoute(Set.of("GET"), "/search"));
		}

		@Override
		public boolean isComplete() {
			return true;
		}

	}

}
