package dev.mainstay.core.hardening.web;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an application shows pages in a browser.
 *
 * @since 0.1.0
 */
public final class InspectedPages {

	private static final List<String> TEMPLATES = List.of("org.thymeleaf.ITemplateEngine",
			"org.springframework.web.servlet.view.AbstractTemplateViewResolver",
			"org.springframework.web.servlet.view.freemarker.FreeMarkerConfig",
			"org.springframework.web.reactive.result.view.freemarker.FreeMarkerConfig",
			"org.springframework.boot.mustache.servlet.view.MustacheViewResolver",
			"org.springframework.boot.mustache.reactive.view.MustacheViewResolver", "gg.jte.TemplateEngine");

	private static final List<String> PLACES = List.of("static/", "public/", "resources/", "META-INF/resources/");

	private InspectedPages() {
	}

	/**
	 * What says that the application has pages.
	 * @param application the application
	 * @return the bean that makes them or the first page; {@code null} if there is none
	 */
	public static @Nullable String signOf(InspectedApplication application) {
		return TEMPLATES.stream()
			.filter(application::declares)
			.map((type) -> type.substring(type.lastIndexOf('.') + 1))
			.findFirst()
			.orElseGet(() -> welcomePage(application));
	}

	private static @Nullable String welcomePage(InspectedApplication application) {
		return PLACES.stream()
			.map((place) -> place + "index.html")
			.filter((page) -> application.context().getResource("classpath:" + page).exists())
			.findFirst()
			.orElse(null);
	}

}
