package dev.mainstay.core.hardening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * All checks that concern an application: those that starters and libraries list in their
 * {@code META-INF/spring.factories}, and the beans of the application. No class of a
 * listed check is loaded before a sheet is made. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HardeningChecks {

	private static final Logger logger = LoggerFactory.getLogger(HardeningChecks.class);

	private final ApplicationContext context;

	private volatile @Nullable List<HardeningCheck> checks;

	/**
	 * Create it.
	 * @param context the context of the application
	 */
	public HardeningChecks(ApplicationContext context) {
		this.context = context;
	}

	/**
	 * The checks, each id once: what the application itself declares goes before what is
	 * listed, and a check whose description cannot be had is left out and named in the
	 * log.
	 * @return the checks
	 */
	public List<HardeningCheck> all() {
		List<HardeningCheck> all = this.checks;
		if (all == null) {
			all = load();
			this.checks = all;
		}
		return all;
	}

	private List<HardeningCheck> load() {
		Map<String, HardeningCheck> checks = new LinkedHashMap<>();
		this.context.getBeanProvider(HardeningCheck.class)
			.orderedStream()
			.forEach((check) -> add(check, checks, "another bean"));
		listed().forEach((check) -> add(check, checks, "a bean of the application"));
		return new ArrayList<>(checks.values());
	}

	private List<HardeningCheck> listed() {
		return SpringFactoriesLoader.forDefaultResourceLocation(this.context.getClassLoader())
			.load(HardeningCheck.class, FailureHandler.handleMessage(
					(message, failure) -> logger.warn("A hardening check is left out: {}", message.get(), failure)));
	}

	private static void add(HardeningCheck check, Map<String, HardeningCheck> checks, String other) {
		try {
			if (checks.putIfAbsent(check.description().id(), check) != null) {
				logger.warn("The hardening check {} of {} is left out: {} has its id", check.description().id(),
						check.getClass().getName(), other);
			}
		}
		catch (RuntimeException | LinkageError ex) {
			logger.warn("The hardening check {} is left out: it cannot describe itself", check.getClass().getName(),
					ex);
		}
	}

}
