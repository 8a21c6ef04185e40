package dev.mainstay.core.hardening.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.server.WebFilter;

/**
 * The security filter chains of the reactive stack. A login page may only list the places
 * to log in at.
 */
final class ReactiveChains {

	private static final InspectedChain DEFAULT = new InspectedChain("of Spring Security",
			Set.of(ChainPart.HEADERS, ChainPart.CSRF, ChainPart.FORM_LOGIN, ChainPart.BASIC), List.of(), false);

	private ReactiveChains() {
	}

	/** Without a chain of its own, the application has one that is no bean. */
	static Stream<InspectedChain> of(InspectedApplication application) {
		Map<String, SecurityWebFilterChain> beans = application.namedBeans(SecurityWebFilterChain.class);
		return beans.isEmpty() ? Stream.of(DEFAULT)
				: beans.entrySet().stream().map((entry) -> chain(entry.getKey(), entry.getValue()));
	}

	private static InspectedChain chain(String name, SecurityWebFilterChain chain) {
		List<WebFilter> filters = chain.getWebFilters().collectList().blockOptional().orElse(List.of());
		Set<ChainPart> parts = new HashSet<>(ChainPart.of(filters));
		if (parts.contains(ChainPart.FEDERATED_LOGIN)) {
			parts.remove(ChainPart.FORM_LOGIN);
		}
		return new InspectedChain(name, parts, InspectedChain.foreign(filters), filters.isEmpty());
	}

}
