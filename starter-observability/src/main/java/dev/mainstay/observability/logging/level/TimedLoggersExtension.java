package dev.mainstay.observability.logging.level;

import java.security.Principal;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.actuate.logging.LoggersEndpoint;
import org.springframework.boot.logging.LogLevel;

/**
 * Lets Spring Boot's endpoint {@code loggers} take a time to live beside the level:
 * {@code {"configuredLevel":"DEBUG","ttl":"10m"}}. Who may call it is decided as before.
 * Thread-safe.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = LoggersEndpoint.class)
public final class TimedLoggersExtension {

	private final LoggersEndpoint endpoint;

	private final @Nullable TimedLevels levels;

	private final Duration longest;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint of Spring Boot
	 * @param levels changes the levels, {@code null} to leave that to the endpoint
	 * @param longest the longest time to live
	 */
	public TimedLoggersExtension(LoggersEndpoint endpoint, @Nullable TimedLevels levels, Duration longest) {
		this.endpoint = endpoint;
		this.levels = levels;
		this.longest = longest;
	}

	/**
	 * Change a level. Called for {@code POST /actuator/loggers/{name}}.
	 * @param name the name of a logger or of a group of loggers
	 * @param configuredLevel the level, {@code null} for the one that is inherited
	 * @param ttl how long it is to last, {@code null} for good
	 * @param securityContext who asks for it
	 */
	@WriteOperation
	public void configureLogLevel(@Selector String name, @Nullable LogLevel configuredLevel, @Nullable Duration ttl,
			SecurityContext securityContext) {
		if (this.levels == null) {
			this.endpoint.configureLogLevel(name, configuredLevel);
			return;
		}
		if (ttl != null && (ttl.compareTo(Duration.ofSeconds(1)) < 0 || ttl.compareTo(this.longest) > 0)) {
			throw new InvalidEndpointRequestException("ttl is " + ttl,
					"ttl has to be from 1s to " + this.longest.toSeconds() + "s");
		}
		Principal principal = securityContext.getPrincipal();
		this.levels.change(new LevelChange(name, configuredLevel, ttl),
				(principal != null) ? principal.getName() : null);
	}

}
