package dev.mainstay.core.hardening.browser;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.resource.ResourceWebHandler;

/**
 * The places from which the reactive stack serves files.
 */
final class ReactiveResources {

	private ReactiveResources() {
	}

	static List<ServedPlace> of(InspectedApplication application) {
		List<ServedPlace> places = new ArrayList<>();
		for (AbstractUrlHandlerMapping mapping : application.beans(AbstractUrlHandlerMapping.class)) {
			mapping.getHandlerMap().forEach((pattern, handler) -> {
				if (handler instanceof ResourceWebHandler resources) {
					resources.getLocations()
						.forEach((location) -> places.add(new ServedPlace(pattern.toString(), location)));
				}
			});
		}
		return places;
	}

}
