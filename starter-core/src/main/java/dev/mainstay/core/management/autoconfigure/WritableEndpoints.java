package dev.mainstay.core.management.autoconfigure;

import java.util.function.Predicate;

import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Which guarded endpoints may change something: those for which somebody has said so.
 * What an endpoint, or Spring Boot, does by default does not count.
 *
 * @param environment the environment, which is read when an endpoint is to change
 * something
 */
record WritableEndpoints(Environment environment) implements Predicate<String> {

	static final String ACCESS = "mainstay.security.management.access";

	@Override
	public boolean test(String endpoint) {
		Binder binder = Binder.get(this.environment);
		return binder.bind(ACCESS, GuardedAccess.class).orElse(GuardedAccess.READ_ONLY) == GuardedAccess.UNRESTRICTED
				|| isUnrestricted(binder, "management.endpoint." + endpoint + ".access")
				|| isUnrestricted(binder, "management.endpoints.access.default")
				|| isUnrestricted(binder, "management.endpoints.access.max-permitted");
	}

	private static boolean isUnrestricted(Binder binder, String property) {
		return binder.bind(property, Access.class).orElse(Access.NONE) == Access.UNRESTRICTED;
	}

}
