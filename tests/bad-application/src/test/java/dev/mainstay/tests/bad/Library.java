package dev.mainstay.tests.bad;

import java.net.URL;
import java.util.List;

/**
 * A library of the test that an application does not have.
 */
enum Library {

	SPRING_SECURITY("spring-security-", "org.springframework.security."),

	OAUTH2("spring-security-oauth2-", "org.springframework.security.oauth2."),

	FLYWAY("flyway-", "org.flywaydb."),

	JPA("hibernate-core-|jakarta.persistence-api-|spring-data-jpa-",
			"org.hibernate.|jakarta.persistence.|org.springframework.data.jpa."),

	SPRINGDOC("springdoc-|swagger-ui-", "org.springdoc."),

	/** Tells a run of tests from a production that has test libraries. */
	JUNIT_LAUNCHER("junit-platform-launcher-", "org.junit.platform.launcher.");

	/** Of the same house as JPA's Hibernate. */
	private static final String VALIDATOR = "org.hibernate.validator.";

	private final List<String> jars;

	private final List<String> packages;

	Library(String jars, String packages) {
		this.jars = List.of(jars.split("\\|"));
		this.packages = List.of(packages.split("\\|"));
	}

	boolean hasClass(String name) {
		return this.packages.stream().anyMatch(name::startsWith) && !name.startsWith(VALIDATOR);
	}

	boolean hasFile(URL file) {
		return this.jars.stream().anyMatch((jar) -> file.toString().contains("/" + jar));
	}

}
