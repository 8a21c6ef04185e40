package dev.mainstay.tests.bad;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An application with defects. There are several, as some defects exclude each other.
 */
enum Variant {

	/** No security, a real database, and a class path to be ashamed of. */
	UNPROTECTED(UnprotectedApplication.class, Jar::bad, Library.SPRING_SECURITY, Library.FLYWAY,
			Library.JUNIT_LAUNCHER),

	/** Spring Security that was told to stop complaining. */
	BADLY_SECURED(BadlySecuredApplication.class, Jar::good),

	/** The user that Spring Security makes up, and a database in memory. */
	FORGOTTEN(ForgottenApplication.class, Jar::good, Library.OAUTH2, Library.FLYWAY, Library.JPA, Library.SPRINGDOC);

	private final Class<?> application;

	private final Supplier<List<Jar>> jars;

	private final List<Library> hidden;

	Variant(Class<?> application, Supplier<List<Jar>> jars, Library... hidden) {
		this.application = application;
		this.jars = jars;
		this.hidden = List.of(hidden);
	}

	Class<?> application() {
		return this.application;
	}

	List<Jar> jars() {
		return this.jars.get();
	}

	List<Library> hidden() {
		return this.hidden;
	}

	/** How its files are called. */
	String fileName() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static Variant ofFileName(String fileName) {
		return Arrays.stream(values())
			.filter((variant) -> variant.fileName().equals(fileName))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(fileName));
	}

	/** The defects that were planted, by the ids of their checks. */
	Set<String> planted() {
		return Table.of(fileName() + "-planted.txt").column(0);
	}

}
