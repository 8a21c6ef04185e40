package dev.mainstay.core.hardening.web;

import java.util.List;
import java.util.Set;

/**
 * A security filter chain of the application. Immutable.
 *
 * @param name the name of its bean, or which requests it is for
 * @param parts what it consists of
 * @param foreign the classes of its filters that Spring Security does not bring
 * @param empty whether it has no filter, so that its requests are not looked at
 * @since 0.1.0
 */
public record InspectedChain(String name, Set<ChainPart> parts, List<String> foreign, boolean empty) {

	/**
	 * Copies the parts and the classes.
	 */
	public InspectedChain {
		parts = Set.copyOf(parts);
		foreign = List.copyOf(foreign);
	}

	/**
	 * Whether the chain has one of these parts.
	 * @param wanted the parts
	 * @return whether it has one
	 */
	public boolean hasAny(ChainPart... wanted) {
		return List.of(wanted).stream().anyMatch(this.parts::contains);
	}

	static List<String> foreign(List<?> filters) {
		return filters.stream()
			.map((filter) -> filter.getClass().getName())
			.filter((type) -> !type.startsWith("org.springframework."))
			.toList();
	}

}
