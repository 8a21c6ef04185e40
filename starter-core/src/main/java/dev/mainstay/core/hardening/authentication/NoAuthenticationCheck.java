package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Optional;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

/**
 * Somebody should be asked who they are before they change something.
 */
final class NoAuthenticationCheck implements HardeningCheck {

	private static final List<String> SECURITY = List.of("org.springframework.security.web.FilterChainProxy",
			"org.springframework.security.web.SecurityFilterChain",
			"org.springframework.security.web.server.SecurityWebFilterChain",
			"org.springframework.security.web.server.WebFilterChainProxy");

	private static final CheckDescription DESCRIPTION = CheckDescription
		.of("AUTH-01", Group.AUTHENTICATION, Severity.BLOCKER)
		.title("Requests are authenticated")
		.why("""
				Whoever reaches the port may call everything: one wrong route of a proxy, or one other service that was \
				broken into, is enough to change data in nobody's name.""")
		.source("ASVS 5.0 8.2.1, OWASP API2:2023")
		.decides("""
				Looks for a security filter chain. Without one, a handler that changes something (POST, PUT, PATCH, \
				DELETE) is found; an application that only answers, or that has a filter or an interceptor whose name \
				sounds like authentication, is unknown. Not applicable without handlers of its own.""")
		.fix("""
				<dependency>
				  <groupId>org.springframework.boot</groupId>
				  <artifactId>spring-boot-starter-security</artifactId>
				</dependency>""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedHandler> handlers = InspectedHandlers.of(application);
		List<String> routes = StateChanges.routes(application);
		if (handlers.isEmpty() && routes.isEmpty()) {
			return Verdict.notApplicable("no handlers");
		}
		if (SECURITY.stream().anyMatch(application::declares)) {
			return Verdict.pass();
		}
		Optional<String> guard = OwnGuards.firstOf(application);
		if (guard.isPresent()) {
			return Verdict.unknown("no security filter chain, but " + guard.get() + " may authenticate");
		}
		List<String> open = handlers.stream().filter(StateChanges::isOne).map(InspectedHandler::name).toList();
		if (open.isEmpty() && routes.stream().noneMatch(StateChanges::isOne)) {
			return Verdict.unknown("no security filter chain, but nothing is changed: it may be meant for everybody");
		}
		return Verdict.fail(Finding.of("no security filter chain guards " + described(open)));
	}

	private static String described(List<String> open) {
		if (open.isEmpty()) {
			return "the functional routes that change something";
		}
		return open.get(0) + ((open.size() > 1) ? " and " + (open.size() - 1) + " more that change something" : "");
	}

}
