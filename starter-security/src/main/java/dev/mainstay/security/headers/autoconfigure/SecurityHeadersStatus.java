package dev.mainstay.security.headers.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Says what the headers leave out that only the operator can decide on.
 *
 * @param state whether any header is set
 * @param reason what is left out, or what switches the feature off
 */
record SecurityHeadersStatus(FeatureState state, @Nullable String reason) implements FeatureStatus {

	private static final String HSTS = "mainstay.security.headers.hsts";

	static SecurityHeadersStatus on(Environment environment) {
		boolean undecided = !environment.containsProperty(HSTS) && speaksTls(environment);
		return new SecurityHeadersStatus(FeatureState.ON,
				undecided ? "without Strict-Transport-Security, which " + HSTS + "=true adds" : null);
	}

	static SecurityHeadersStatus off() {
		return new SecurityHeadersStatus(FeatureState.OFF, "switched off since the application was built");
	}

	private static boolean speaksTls(Environment environment) {
		return !"false".equalsIgnoreCase(environment.getProperty("server.ssl.enabled"))
				&& (environment.containsProperty("server.ssl.bundle")
						|| environment.containsProperty("server.ssl.key-store")
						|| environment.containsProperty("server.ssl.certificate"));
	}

	@Override
	public String feature() {
		return "security-headers";
	}

}
