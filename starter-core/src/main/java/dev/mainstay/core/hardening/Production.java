package dev.mainstay.core.hardening;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.core.env.Environment;

/**
 * Tells a production from a place to develop in. What is fine on a desk is asked for only
 * where there is a sign of production.
 */
final class Production {

	/** Says it, whatever the signs. */
	static final String PROPERTY = "mainstay.hardening.production";

	private Production() {
	}

	static @Nullable String of(Environment environment) {
		String said = environment.getProperty(PROPERTY);
		if (said != null) {
			return Boolean.parseBoolean(said.strip()) ? PROPERTY + "=" + said : null;
		}
		return Arrays.stream(environment.getActiveProfiles())
			.filter(Production::isProduction)
			.findFirst()
			.map((profile) -> "profile " + profile)
			.orElseGet(() -> platform(environment));
	}

	private static boolean isProduction(String profile) {
		String name = profile.toLowerCase(Locale.ROOT);
		return name.equals("live") || name.equals("prod") || name.startsWith("prod-") || name.startsWith("production");
	}

	private static @Nullable String platform(Environment environment) {
		CloudPlatform platform = CloudPlatform.getActive(environment);
		return (platform != null && platform != CloudPlatform.NONE) ? "platform " + platform : null;
	}

}
