package dev.mainstay.security.headers.autoconfigure;

import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.core.mode.autoconfigure.LadderAutoConfiguration;
import dev.mainstay.security.headers.SecurityHeaders;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of the security headers.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = LadderAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, SecurityHeadersAutoConfiguration.ENABLED },
		matchIfMissing = true)
@ConditionalOnBean(Ladder.class)
@EnableConfigurationProperties(SecurityHeadersProperties.class)
public final class SecurityHeadersAutoConfiguration {

	static final String ENABLED = "mainstay.security.headers.enabled";

	@Bean
	@ConditionalOnMissingBean
	SecurityHeaders mainstaySecurityHeaders(Ladder ladder, SecurityHeadersProperties properties,
			Environment environment) {
		boolean enabled = Switch.isOn(environment, ENABLED);
		Rule html = ladder.rule("security.headers.html", enabled ? properties.html() : Rung.OFF);
		return new SecurityHeaders(html, properties.reportedOnly(), properties.hsts(), enabled);
	}

	@Bean
	SecurityHeadersStatus mainstaySecurityHeadersStatus(Environment environment) {
		return Switch.isOn(environment, ENABLED) ? SecurityHeadersStatus.on(environment) : SecurityHeadersStatus.off();
	}

}
