package dev.mainstay.observability.slo.autoconfigure;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.observability.slo.Objectives;
import dev.mainstay.observability.state.StateFile;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of service level objectives.
 *
 * @param objectives Objectives by their names; without any, 99.5 % of all requests over
 * 30 days
 * @param file File that budgets are kept in over a restart; of this instance alone.
 * Forgotten at the end if not set
 * @param webhook What is called when an alert starts and ends, and when an error group
 * begins
 */
@ConfigurationProperties("mainstay.slo")
record SloProperties(@DefaultValue Map<String, ObjectiveProperties> objectives, @Nullable Path file,
		@DefaultValue WebhookProperties webhook) {

	SloProperties {
		objectives = Map.copyOf(objectives);
		DeclaredObjectives.of(objectives);
		file = StateFile.orNone(file);
		InvalidPropertyException.check(file == null || !Files.isDirectory(file), "mainstay.slo.file", file,
				"it is a folder", "Write the name of a file in it, such as slo.state");
	}

	Objectives declared() {
		return DeclaredObjectives.of(this.objectives);
	}

	Objectives declaredOrAssumed() {
		return this.objectives.isEmpty() ? DeclaredObjectives.assumed() : declared();
	}

	/**
	 * One objective, or two of the same requests.
	 *
	 * @param routes Comma-separated list of routes, each a template or pattern, with a
	 * method before it if only that is meant; without any, all requests
	 * @param availability Share of the requests that are not to fail, such as 99.5%
	 * @param latency Duration within which a request is to end
	 * @param latencyTarget Share of the requests that are to end in time, such as 99%
	 * @param window Time over which the shares are taken
	 * @param badStatuses Comma-separated list of statuses that are bad besides 5xx, such
	 * as 429 or 4xx
	 * @param owner Whom an alert concerns
	 * @param runbook Link to what is to be done
	 */
	record ObjectiveProperties(@DefaultValue List<String> routes, @Nullable String availability,
			@Nullable Duration latency, @Nullable String latencyTarget, @DefaultValue("30d") Duration window,
			@DefaultValue List<String> badStatuses, @Nullable String owner, @Nullable String runbook) {

	}

	/**
	 * What is called when an alert starts and ends, and when an error group begins.
	 *
	 * @param url URL to which a message is posted in the form of Slack
	 */
	record WebhookProperties(@Nullable String url) {

		private static final int LAST_PORT = 65_535;

		/** The URL is a secret, and so is not told. */
		WebhookProperties {
			InvalidPropertyException.check(url == null || url.isBlank() || address(url) != null,
					"mainstay.slo.webhook.url", "something", "it is no URL with http or https and a host",
					"Write the URL of a webhook, such as https://hooks.example.com/services/abc");
		}

		@Nullable URI address() {
			return (this.url != null) ? address(this.url) : null;
		}

		private static @Nullable URI address(String url) {
			try {
				URI uri = URI.create(url.trim());
				boolean isHttp = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
				return (isHttp && uri.getHost() != null && uri.getPort() <= LAST_PORT) ? uri : null;
			}
			catch (IllegalArgumentException ex) {
				return null;
			}
		}

	}

}
