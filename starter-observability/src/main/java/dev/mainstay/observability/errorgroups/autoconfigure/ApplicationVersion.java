package dev.mainstay.observability.errorgroups.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Which version of the application runs: what the log says, or else what its build left.
 */
final class ApplicationVersion {

	private ApplicationVersion() {
	}

	static @Nullable String of(Environment environment, ObjectProvider<BuildProperties> build) {
		String version = environment.getProperty("spring.application.version");
		if (StringUtils.hasText(version)) {
			return version;
		}
		BuildProperties properties = build.getIfAvailable();
		return (properties != null) ? properties.getVersion() : null;
	}

}
