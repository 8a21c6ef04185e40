package dev.mainstay.core.hardening.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import jakarta.servlet.Filter;

import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The security filter chains of the servlet stack.
 */
final class ServletChains {

	private ServletChains() {
	}

	/** There may be a proxy of the proxy: both have the same chains. */
	static Stream<InspectedChain> of(InspectedApplication application) {
		Map<String, SecurityFilterChain> beans = application.namedBeans(SecurityFilterChain.class);
		return application.beans(FilterChainProxy.class)
			.stream()
			.flatMap((proxy) -> proxy.getFilterChains().stream())
			.distinct()
			.map((chain) -> chain(chain, beans));
	}

	private static InspectedChain chain(SecurityFilterChain chain, Map<String, SecurityFilterChain> beans) {
		List<Filter> filters = chain.getFilters();
		return new InspectedChain(name(chain, beans), ChainPart.of(filters), InspectedChain.foreign(filters),
				filters.isEmpty());
	}

	private static String name(SecurityFilterChain chain, Map<String, SecurityFilterChain> beans) {
		return beans.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() == chain)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseGet(() -> (chain instanceof DefaultSecurityFilterChain known)
					? "the one for " + known.getRequestMatcher() : chain.getClass().getName());
	}

}
