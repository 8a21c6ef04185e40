package dev.mainstay.resilience.idempotency.hardening;

import java.util.List;
import java.util.Optional;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.boot.cloud.CloudPlatform;

/**
 * Signs that a service runs more than once. On a platform it does, if only for the time
 * in which a new version takes over from the old one.
 */
final class SeveralInstances {

	private static final List<String> SESSIONS = List.of("org.springframework.session.SessionRepository",
			"org.springframework.session.ReactiveSessionRepository");

	/** Sessions in the memory of the process. */
	private static final String MAP = "org.springframework.session.MapSessionRepository";

	private static final String REACTIVE_MAP = "org.springframework.session.ReactiveMapSessionRepository";

	private static final String LOCKS = "net.javacrumbs.shedlock.core.LockProvider";

	private SeveralInstances() {
	}

	static Optional<String> signOf(InspectedApplication application) {
		CloudPlatform platform = CloudPlatform.getActive(application.context().getEnvironment());
		if (platform != null && platform != CloudPlatform.NONE) {
			return Optional.of("the platform " + platform);
		}
		if (SESSIONS.stream()
			.flatMap((type) -> application.beans(type).stream())
			.anyMatch(SeveralInstances::isShared)) {
			return Optional.of("a store of sessions for several instances");
		}
		return application.declares(LOCKS) ? Optional.of("a lock between instances (ShedLock)") : Optional.empty();
	}

	private static boolean isShared(Object sessions) {
		String type = sessions.getClass().getName();
		return !type.equals(MAP) && !type.equals(REACTIVE_MAP);
	}

}
