package dev.mainstay.core.problem.servlet;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.ContentNegotiatingViewResolver;
import org.springframework.web.servlet.view.InternalResourceView;

/**
 * Knows whether the application has an error page of its own behind the view name that
 * Boot falls back to.
 */
final class ErrorPages {

	static final String VIEW = "error";

	private static final String WHITELABEL = "ErrorMvcAutoConfiguration";

	private final SingletonSupplier<List<ViewResolver>> resolvers;

	ErrorPages(ObjectProvider<ViewResolver> resolvers) {
		this.resolvers = SingletonSupplier.of(() -> resolvers.orderedStream()
			.filter((resolver) -> !(resolver instanceof ContentNegotiatingViewResolver))
			.toList());
	}

	boolean hasOwn(Locale locale) {
		View view = resolve(locale);
		return view != null && !view.getClass().getName().contains(WHITELABEL) && !isFallback(view);
	}

	/** Resolves any name, also one behind which there is nothing. */
	private static boolean isFallback(View view) {
		return view instanceof InternalResourceView resource && VIEW.equals(resource.getUrl());
	}

	private @Nullable View resolve(Locale locale) {
		try {
			for (ViewResolver resolver : this.resolvers.obtain()) {
				View view = resolver.resolveViewName(VIEW, locale);
				if (view != null) {
					return view;
				}
			}
		}
		catch (Exception ex) {
			// A page that cannot be found out about is none: the answer must not be lost.
			return null;
		}
		return null;
	}

}
