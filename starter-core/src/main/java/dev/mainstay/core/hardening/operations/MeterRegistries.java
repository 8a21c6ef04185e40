package dev.mainstay.core.hardening.operations;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * The registries that metrics end up in: those of the application, as the global one is
 * shared by all that this process runs. Reached only where there is Micrometer.
 */
final class MeterRegistries {

	private MeterRegistries() {
	}

	static boolean anyExports(InspectedApplication application) {
		return all(application).anyMatch((registry) -> !(registry instanceof SimpleMeterRegistry));
	}

	static String names(InspectedApplication application) {
		List<String> names = all(application).map((registry) -> registry.getClass().getSimpleName())
			.distinct()
			.sorted()
			.toList();
		return names.isEmpty() ? "there is none" : "only " + String.join(", ", names);
	}

	private static Stream<MeterRegistry> all(InspectedApplication application) {
		return application.beans(MeterRegistry.class).stream().flatMap(MeterRegistries::leaves);
	}

	private static Stream<MeterRegistry> leaves(MeterRegistry registry) {
		return (registry instanceof CompositeMeterRegistry composite)
				? composite.getRegistries().stream().flatMap(MeterRegistries::leaves) : Stream.of(registry);
	}

}
