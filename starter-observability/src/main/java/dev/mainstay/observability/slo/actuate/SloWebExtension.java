package dev.mainstay.observability.slo.actuate;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The objectives over HTTP, and the suggestion of one. Thread-safe.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = SloEndpoint.class)
public final class SloWebExtension {

	static final String YAML = "application/yaml";

	private final SloEndpoint endpoint;

	private final Supplier<String> suggestion;

	/**
	 * Create the extension.
	 * @param endpoint makes the report
	 * @param suggestion makes lines of YAML from what was seen
	 */
	public SloWebExtension(SloEndpoint endpoint, Supplier<String> suggestion) {
		this.endpoint = endpoint;
		this.suggestion = suggestion;
	}

	/**
	 * Called for {@code GET /actuator/slo}.
	 * @param suggest anything, even nothing, in order to get lines of YAML for an
	 * objective in place of the report
	 * @return the report as of now, or the lines; 404 if the feature is switched off
	 */
	@ReadOperation(produces = { MimeTypeUtils.APPLICATION_JSON_VALUE, YAML })
	public WebEndpointResponse<Object> slo(@Nullable String suggest) {
		SloReport report = this.endpoint.report();
		if (report == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		return (suggest != null)
				? answer(this.suggestion.get(), new MimeType("application", "yaml", StandardCharsets.UTF_8))
				: answer(report, MimeTypeUtils.APPLICATION_JSON);
	}

	private static WebEndpointResponse<Object> answer(Object body, MimeType type) {
		return new WebEndpointResponse<>(body, WebEndpointResponse.STATUS_OK, type);
	}

}
