package dev.mainstay.core.problem.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.util.ClassUtils;

/**
 * Knows for which languages there are texts of constraints. Thread-safe.
 */
final class LocalizedTexts {

	/** Those of the application first, then those of Hibernate Validator. */
	private static final List<String> BUNDLES = List.of("ValidationMessages",
			"org.hibernate.validator.ValidationMessages");

	/** Callers choose the locale, and may choose any. */
	private static final int CAPACITY = 200;

	private static final Control exact = Control.getNoFallbackControl(Control.FORMAT_DEFAULT);

	private static final Map<Locale, Boolean> known = new ConcurrentHashMap<>();

	private LocalizedTexts() {
	}

	static boolean contain(Locale locale) {
		Boolean found = known.get(locale);
		if (found == null) {
			found = !locale.getLanguage().isEmpty() && BUNDLES.stream().anyMatch((name) -> has(name, locale));
			if (known.size() < CAPACITY) {
				known.put(locale, found);
			}
		}
		return found;
	}

	private static boolean has(String name, Locale locale) {
		ClassLoader classLoader = ClassUtils.getDefaultClassLoader();
		try {
			ResourceBundle bundle = (classLoader != null) ? ResourceBundle.getBundle(name, locale, classLoader, exact)
					: ResourceBundle.getBundle(name, locale, exact);
			return bundle.getLocale().getLanguage().equals(locale.getLanguage());
		}
		catch (MissingResourceException ex) {
			return false;
		}
	}

}
