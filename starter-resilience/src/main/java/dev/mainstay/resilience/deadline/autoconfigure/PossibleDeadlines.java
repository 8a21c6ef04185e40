package dev.mainstay.resilience.deadline.autoconfigure;

import java.util.List;

import dev.mainstay.core.mode.Switch;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Whether any request of this application can have a deadline. Asked when beans are made,
 * as the conditions are frozen in an application that was processed ahead of time, and
 * before there are properties or proxies that are beans.
 */
final class PossibleDeadlines {

	static final String ENABLED = "mainstay.deadline.enabled";

	private static final String JDBC = "mainstay.deadline.jdbc";

	private PossibleDeadlines() {
	}

	static boolean in(Environment environment) {
		Binder binder = Binder.get(environment);
		return Switch.isOn(environment, ENABLED) && (binder.bind("mainstay.deadline.default", String.class).isBound()
				|| !binder.bind("mainstay.trusted-proxies", Bindable.listOf(String.class)).orElse(List.of()).isEmpty());
	}

	static boolean ofStatements(Environment environment) {
		return Switch.isOn(environment, JDBC) && in(environment);
	}

}
