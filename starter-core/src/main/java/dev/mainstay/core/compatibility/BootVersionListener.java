package dev.mainstay.core.compatibility;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Stops the start on a Spring Boot that is too old, before any other class of Mainstay is
 * loaded that could not be linked there. This class and those beside it therefore use
 * nothing that Spring Boot 3 does not have. The event is the first whose failure Spring
 * Boot explains instead of printing a stack trace.
 */
final class BootVersionListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		check(SpringBootVersion.getVersion());
	}

	static void check(@Nullable String found) {
		BootVersion version = BootVersion.parse(found);
		if (found != null && version != null && !version.suffices()) {
			throw new UnsupportedBootException(found);
		}
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
