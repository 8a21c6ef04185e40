package dev.mainstay.observability.slo.routes;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.slo.Objective;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.slo.RoutePattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Stops the start if an objective names a route that the application does not have: it
 * would never have an event, and so always look well.
 *
 * @since 0.1.0
 */
public final class RouteCheck implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(RouteCheck.class);

	private static final int SHOWN = 10;

	private final Objectives objectives;

	private final Supplier<@Nullable KnownRoutes> routes;

	private final boolean active;

	/**
	 * Create the check.
	 * @param objectives the objectives
	 * @param routes asked for the routes, {@code null} if they are not known
	 * @param active whether anything is checked; read at run time
	 */
	public RouteCheck(Objectives objectives, Supplier<@Nullable KnownRoutes> routes, boolean active) {
		this.objectives = objectives;
		this.routes = routes;
		this.active = active;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<Objective> named = this.objectives.all().stream().filter((it) -> !it.routes().isEmpty()).toList();
		KnownRoutes known = (this.active && !named.isEmpty()) ? this.routes.get() : null;
		if (known != null) {
			named.forEach((objective) -> check(objective, known));
		}
	}

	/** Two objectives may come from one name in the properties. */
	private String property(Objective objective) {
		String name = objective.name();
		if (name.endsWith(Objectives.LATENCY_SUFFIX)) {
			String other = name.substring(0, name.length() - Objectives.LATENCY_SUFFIX.length());
			name = this.objectives.isNamed(objective, other) ? other : name;
		}
		return "mainstay.slo.objectives." + name + ".routes";
	}

	private void check(Objective objective, KnownRoutes known) {
		List<KnownRoute> all = known.all();
		for (int i = 0; i < objective.routes().size(); i++) {
			String written = objective.routes().get(i);
			RoutePattern pattern = RoutePattern.parse(written);
			boolean found = pattern == null || all.stream().anyMatch((route) -> route.isMeantBy(pattern));
			if (!found && !known.isComplete()) {
				logger.warn("The objective {} names the route {}, which no handler method has; "
						+ "whether a function has it cannot be told", objective.name(), written);
			}
			String property = property(objective) + "[" + i + "]";
			InvalidPropertyException.check(found || !known.isComplete(), property, written,
					"the application has no such route, so that the objective would always look well",
					"Write one of its routes: " + some(all));
		}
	}

	private static String some(List<KnownRoute> all) {
		return all.stream().map(KnownRoute::toString).distinct().sorted().limit(SHOWN).collect(Collectors.joining("; "))
				+ ((all.size() > SHOWN) ? "; ..." : "");
	}

}
