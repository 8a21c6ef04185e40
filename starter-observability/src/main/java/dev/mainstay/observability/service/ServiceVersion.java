package dev.mainstay.observability.service;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Which version of the service runs: what the log says, or else what its build left.
 *
 * @since 0.1.0
 */
public final class ServiceVersion {

	private ServiceVersion() {
	}

	/**
	 * Find the version.
	 * @param environment asked first
	 * @param build asked if that has none
	 * @return the version, {@code null} if nobody knows it
	 */
	public static @Nullable String of(Environment environment, ObjectProvider<BuildProperties> build) {
		String version = environment.getProperty("spring.application.version");
		if (StringUtils.hasText(version)) {
			return version;
		}
		BuildProperties properties = build.getIfAvailable();
		return (properties != null) ? properties.getVersion() : null;
	}

}
