package dev.mainstay.observability.slo.actuate;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

import dev.mainstay.observability.slo.generate.SloFiles;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The objectives over HTTP, the suggestion of one, and what is generated from them.
 * Thread-safe.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = SloEndpoint.class)
public final class SloWebExtension {

	static final String YAML = "application/yaml";

	private static final MimeType YAML_IN_UTF_8 = new MimeType("application", "yaml", StandardCharsets.UTF_8);

	private static final WebEndpointResponse<Object> NOT_FOUND = new WebEndpointResponse<>(
			WebEndpointResponse.STATUS_NOT_FOUND);

	private final SloEndpoint endpoint;

	private final Supplier<String> suggestion;

	private final Supplier<SloFiles> files;

	/**
	 * Create the extension.
	 * @param endpoint makes the report
	 * @param suggestion makes lines of YAML from what was seen
	 * @param files has what is generated, asked each time
	 */
	public SloWebExtension(SloEndpoint endpoint, Supplier<String> suggestion, Supplier<SloFiles> files) {
		this.endpoint = endpoint;
		this.suggestion = suggestion;
		this.files = files;
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
			return NOT_FOUND;
		}
		return (suggest != null) ? answer(this.suggestion.get(), YAML_IN_UTF_8)
				: answer(report, MimeTypeUtils.APPLICATION_JSON);
	}

	/**
	 * Called for {@code GET /actuator/slo/{file}}.
	 * @param file {@code rules}, {@code tests} or {@code dashboard}
	 * @param fleet anything, even nothing, in order to get the dashboard of all services
	 * in place of that of this one
	 * @return the text; 404 if the feature is switched off, or there is no such file
	 */
	@ReadOperation(produces = { YAML, MimeTypeUtils.APPLICATION_JSON_VALUE })
	public WebEndpointResponse<Object> file(@Selector String file, @Nullable String fleet) {
		if (!this.endpoint.isActive()) {
			return NOT_FOUND;
		}
		return switch (file) {
			case "rules" -> answer(this.files.get().rules(), YAML_IN_UTF_8);
			case "tests" -> answer(this.files.get().tests(), YAML_IN_UTF_8);
			case "dashboard" -> answer((fleet != null) ? this.files.get().fleet() : this.files.get().dashboard(),
					MimeTypeUtils.APPLICATION_JSON);
			default -> NOT_FOUND;
		};
	}

	private static WebEndpointResponse<Object> answer(Object body, MimeType type) {
		return new WebEndpointResponse<>(body, WebEndpointResponse.STATUS_OK, type);
	}

}
