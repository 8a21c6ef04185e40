package dev.mainstay.core.hardening.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * What the groups of the health endpoint answer to probes. Reached only where there is
 * one.
 */
final class HealthProbes {

	private static final String PROBES = "management.endpoint.health.probes.enabled";

	private static final String READINESS_STATE = "readinessState";

	/** Of this package are those that look at the instance itself. */
	private static final String OF_THE_INSTANCE = "org.springframework.boot.health.";

	private HealthProbes() {
	}

	static List<Finding> findings(InspectedApplication application) {
		Map<String, Object> contributors = contributors(application);
		List<Finding> findings = new ArrayList<>();
		for (HealthEndpointGroups groups : application.beans(HealthEndpointGroups.class)) {
			List<String> liveness = named(groups, "live");
			List<String> readiness = named(groups, "read");
			if (liveness.isEmpty() || readiness.isEmpty()) {
				findings.add(application.setting(PROBES));
			}
			liveness.forEach((group) -> contributors.forEach((name, contributor) -> {
				if (isMember(groups, group, name) && isExternal(contributor)) {
					findings.add(found(application, group, "includes " + name));
				}
			}));
			readiness.stream()
				.filter((group) -> contributors.containsKey(READINESS_STATE)
						&& !isMember(groups, group, READINESS_STATE))
				.forEach((group) -> findings.add(found(application, group, "does not include " + READINESS_STATE)));
		}
		return findings;
	}

	private static boolean isMember(HealthEndpointGroups groups, String group, String name) {
		HealthEndpointGroup members = groups.get(group);
		return members != null && members.isMember(name);
	}

	/** Some call them live and ready. */
	private static List<String> named(HealthEndpointGroups groups, String prefix) {
		return groups.getNames().stream().filter((name) -> name.startsWith(prefix)).sorted().toList();
	}

	private static Finding found(InspectedApplication application, String group, String what) {
		return new Finding("the health group " + group + " " + what,
				application.origin("management.endpoint.health.group." + group + ".include"));
	}

	private static Map<String, Object> contributors(InspectedApplication application) {
		Map<String, Object> contributors = new TreeMap<>();
		application.beans(HealthContributorRegistry.class)
			.forEach((registry) -> registry.stream()
				.forEach((entry) -> contributors.put(entry.name(), entry.contributor())));
		application.beans(ReactiveHealthContributorRegistry.class)
			.forEach((registry) -> registry.stream()
				.forEach((entry) -> contributors.put(entry.name(), entry.contributor())));
		return contributors;
	}

	/** Of an indicator that the application wrote nobody can tell. */
	private static boolean isExternal(Object contributor) {
		if (contributor instanceof CompositeHealthContributor composite) {
			return composite.stream().anyMatch((entry) -> isExternal(entry.contributor()));
		}
		if (contributor instanceof CompositeReactiveHealthContributor composite) {
			return composite.stream().anyMatch((entry) -> isExternal(entry.contributor()));
		}
		String type = contributor.getClass().getName();
		return type.startsWith("org.springframework.") && !type.startsWith(OF_THE_INSTANCE);
	}

}
