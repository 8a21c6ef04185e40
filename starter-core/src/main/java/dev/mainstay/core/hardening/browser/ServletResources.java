package dev.mainstay.core.hardening.browser;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;

import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * The places from which the servlet stack serves files.
 */
final class ServletResources {

	private ServletResources() {
	}

	static List<ServedPlace> of(InspectedApplication application) {
		List<ServedPlace> places = new ArrayList<>();
		for (AbstractUrlHandlerMapping mapping : application.beans(AbstractUrlHandlerMapping.class)) {
			mapping.getHandlerMap().forEach((pattern, handler) -> {
				if (handler instanceof ResourceHttpRequestHandler resources) {
					resources.getLocations()
						.forEach((location) -> places.add(new ServedPlace(pattern.toString(), location)));
				}
			});
		}
		return places;
	}

}
