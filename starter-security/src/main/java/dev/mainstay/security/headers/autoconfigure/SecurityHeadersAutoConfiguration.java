package dev.mainstay.security.headers.autoconfigure;

import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.autoconfigure.ModeAutoConfiguration;
import dev.mainstay.security.headers.SecurityHeaders;
import dev.mainstay.security.headers.TransportSecurity;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the security headers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = ModeAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.security.headers.enabled" }, matchIfMissing = true)
@EnableConfigurationProperties(SecurityHeadersProperties.class)
public final class SecurityHeadersAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	SecurityHeaders mainstaySecurityHeaders(Ladder ladder, SecurityHeadersProperties properties,
			Environment environment) {
		return new SecurityHeaders(ladder.rule("security.headers.html", properties.html()),
				transportSecurity(properties.hsts(), environment),
				environment.getProperty("mainstay.security.headers.enabled", Boolean.class, true));
	}

	@Bean
	FeatureStatus mainstaySecurityHeadersStatus() {
		return FeatureStatus.on("security-headers");
	}

	private static TransportSecurity transportSecurity(@Nullable Boolean hsts, Environment environment) {
		if (hsts != null) {
			return hsts ? TransportSecurity.PUBLIC : TransportSecurity.OFF;
		}
		boolean tls = Binder.get(environment)
			.bind("server.ssl", Ssl.class)
			.map((ssl) -> Ssl.isEnabled(ssl))
			.orElse(false);
		return tls ? TransportSecurity.HOST : TransportSecurity.OFF;
	}

}
