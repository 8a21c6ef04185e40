package dev.mainstay.core.hardening.authentication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/**
 * Finds users that are part of the program: those with the names that everybody tries
 * first.
 */
final class UsersInMemory {

	private static final String CONFIGURATION = "UserDetailsServiceAutoConfiguration";

	private static final String PROPERTIES = "org.springframework.boot.security.autoconfigure.SecurityProperties";

	private static final Set<String> NAMES = Set.of("admin", "administrator", "root", "user", "test", "guest", "demo",
			"actuator", "system");

	private UsersInMemory() {
	}

	/** Whether Boot has made up a password, and the user can be used. */
	static boolean isGenerated(InspectedApplication application) {
		return ofBoot(application).isPresent() && Boolean.TRUE.equals(property(application, "user.passwordGenerated"));
	}

	/** The bean that Boot makes of the properties. */
	static Optional<String> ofBoot(InspectedApplication application) {
		return MadeByBoot.nameOf(application, services(application), CONFIGURATION);
	}

	static Map<String, UserDetails> of(InspectedApplication application, String service) {
		Function<String, @Nullable UserDetails> find = Objects.requireNonNull(services(application).get(service));
		Set<String> names = new TreeSet<>(NAMES);
		if (property(application, "user.name") instanceof String name) {
			names.add(name);
		}
		Map<String, UserDetails> users = new LinkedHashMap<>();
		for (String name : names) {
			UserDetails user = find.apply(name);
			if (user != null) {
				users.put(name, user);
			}
		}
		return users;
	}

	static Map<String, Function<String, @Nullable UserDetails>> services(InspectedApplication application) {
		Map<String, Function<String, @Nullable UserDetails>> services = new LinkedHashMap<>();
		application.namedBeans(InMemoryUserDetailsManager.class)
			.forEach((name, service) -> services.put(name, (user) -> load(service, user)));
		if (application.declares(UserStores.REACTIVE)) {
			application.namedBeans(MapReactiveUserDetailsService.class)
				.forEach((name, service) -> services.put(name, (user) -> service.findByUsername(user).block()));
		}
		return services;
	}

	private static @Nullable UserDetails load(InMemoryUserDetailsManager service, String user) {
		try {
			return service.loadUserByUsername(user);
		}
		catch (UsernameNotFoundException ex) {
			return null;
		}
	}

	private static @Nullable Object property(InspectedApplication application, String path) {
		return Stream.of(PROPERTIES)
			.flatMap((type) -> application.beans(type).stream())
			.findFirst()
			.map((bean) -> PropertyAccessorFactory.forBeanPropertyAccess(bean).getPropertyValue(path))
			.orElse(null);
	}

}
