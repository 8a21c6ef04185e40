package dev.mainstay.resilience.fallback;

import java.util.function.Function;
import java.util.function.Supplier;

import dev.mainstay.resilience.policy.ClientPolicies;
import org.jspecify.annotations.Nullable;

import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/**
 * The names of HTTP interface clients: those of their groups. Thread-safe.
 *
 * @param registry the registry of the groups, asked for at a failure; {@code null} if
 * there is none
 * @since 0.1.0
 */
public record ClientGroupNames(
		Supplier<@Nullable HttpServiceProxyRegistry> registry) implements Function<Class<?>, String> {

	@Override
	public String apply(Class<?> type) {
		HttpServiceProxyRegistry groups = this.registry.get();
		if (groups == null) {
			return ClientPolicies.DEFAULT;
		}
		return groups.getGroupNames()
			.stream()
			.filter((name) -> groups.getClientTypesInGroup(name).contains(type))
			.sorted()
			.findFirst()
			.orElse(ClientPolicies.DEFAULT);
	}

}
