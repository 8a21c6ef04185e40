package dev.mainstay.core.hardening.authentication;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.InspectedChain;
import dev.mainstay.core.hardening.web.InspectedChains;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.util.ClassUtils;

/**
 * Finds what may authenticate requests without Spring Security, of which nothing but the
 * name is known.
 */
final class OwnGuards {

	private static final Pattern NAME = Pattern
		.compile("(?i).*(auth|security|jwt|token|api_?key|login|oidc|saml|shiro|pac4j|keycloak|session).*");

	private static final List<String> KINDS = List.of("jakarta.servlet.Filter",
			"org.springframework.web.server.WebFilter", "org.springframework.web.servlet.HandlerInterceptor",
			"org.springframework.web.reactive.function.server.HandlerFilterFunction");

	private static final String REGISTRATION = "org.springframework.boot.web.servlet.FilterRegistrationBean";

	private static final List<String> LIBRARIES = List.of("org.springframework.", "dev.mainstay.core.",
			"dev.mainstay.observability.", "dev.mainstay.resilience.", "dev.mainstay.security.");

	private OwnGuards() {
	}

	static Optional<String> firstOf(InspectedApplication application) {
		Stream<Class<?>> beans = KINDS.stream()
			.flatMap((kind) -> application.beans(kind).stream())
			.map(ClassUtils::getUserClass);
		Stream<Class<?>> registered = application.beans(REGISTRATION).stream().map(OwnGuards::registered);
		Stream<String> chained = InspectedChains.of(application)
			.stream()
			.map(InspectedChain::foreign)
			.flatMap(List::stream);
		return Stream.concat(Stream.concat(beans, registered).map(Class::getName), chained)
			.filter((type) -> LIBRARIES.stream().noneMatch(type::startsWith))
			.filter((type) -> NAME.matcher(ClassUtils.getShortName(type)).matches())
			.map(ClassUtils::getShortName)
			.findFirst();
	}

	private static Class<?> registered(Object registration) {
		BeanWrapper bean = PropertyAccessorFactory.forBeanPropertyAccess(registration);
		Object filter = bean.isReadableProperty("filter") ? bean.getPropertyValue("filter") : null;
		return ClassUtils.getUserClass((filter != null) ? filter : registration);
	}

}
