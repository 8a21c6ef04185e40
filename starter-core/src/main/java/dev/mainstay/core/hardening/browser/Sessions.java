package dev.mainstay.core.hardening.browser;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.ChainPart;
import dev.mainstay.core.hardening.web.InspectedChain;
import dev.mainstay.core.hardening.web.InspectedChains;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Tells whether something begins sessions on the servlet stack.
 */
final class Sessions {

	/** It has a cookie of its own, with better defaults. */
	private static final String SPRING_SESSION = "org.springframework.session.SessionRepository";

	private static final String SERVLET = "org.springframework.web.context.WebApplicationContext";

	private static final String SESSION_ATTRIBUTES = "org.springframework.web.bind.annotation.SessionAttributes";

	private static final Set<String> PARAMETERS = Set.of("jakarta.servlet.http.HttpSession");

	private Sessions() {
	}

	static boolean arePossible(InspectedApplication application) {
		if (!application.hasClass("jakarta.servlet.http.HttpSession") || !application.hasClass(SERVLET)
				|| !ServletSessions.arePossible(application)) {
			return false;
		}
		return begunBy(application).findAny().isPresent() || ofSpringSession(application)
				|| InspectedHandlers.of(application).stream().anyMatch(Sessions::uses);
	}

	static boolean ofSpringSession(InspectedApplication application) {
		return application.declares(SPRING_SESSION);
	}

	/** The chains that remember a login in a session. */
	static Stream<InspectedChain> begunBy(InspectedApplication application) {
		List<InspectedChain> chains = InspectedChains.of(application);
		return chains.stream()
			.filter((chain) -> chain.hasAny(ChainPart.FORM_LOGIN, ChainPart.FEDERATED_LOGIN, ChainPart.EAGER_SESSION));
	}

	private static boolean uses(InspectedHandler handler) {
		return Stream.of(handler.method().getMethodParameters())
			.map(MethodParameter::getParameterType)
			.map(Class::getName)
			.anyMatch(PARAMETERS::contains)
				|| AnnotatedElementUtils.isAnnotated(handler.method().getBeanType(), SESSION_ATTRIBUTES);
	}

}
