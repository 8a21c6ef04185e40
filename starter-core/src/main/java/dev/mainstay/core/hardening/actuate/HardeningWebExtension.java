package dev.mainstay.core.hardening.actuate;

import java.nio.charset.StandardCharsets;

import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.report.SheetDocument;
import dev.mainstay.core.hardening.report.SheetMarkdown;
import dev.mainstay.core.hardening.report.SheetSarif;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/**
 * The forms that the sheet has over HTTP. Thread-safe.
 *
 * @since 0.1.0
 */
@EndpointWebExtension(endpoint = HardeningEndpoint.class)
public final class HardeningWebExtension {

	private final HardeningEndpoint endpoint;

	/**
	 * Create the extension.
	 * @param endpoint makes the sheet
	 */
	public HardeningWebExtension(HardeningEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Called for {@code GET /actuator/hardening}.
	 * @param format {@code json}, {@code markdown} or {@code sarif}; JSON if {@code null}
	 * @return the sheet as of now; 404 if it is switched off
	 * @throws InvalidEndpointRequestException if there is no such format
	 */
	@ReadOperation(
			produces = { MimeTypeUtils.APPLICATION_JSON_VALUE, HardeningEndpoint.MARKDOWN, HardeningEndpoint.SARIF })
	public WebEndpointResponse<Object> sheet(@Nullable String format) {
		HardeningSheet sheet = this.endpoint.sheet();
		if (sheet == null) {
			return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		return switch ((format != null) ? format : "json") {
			case "json" -> answer(SheetDocument.of(sheet), MimeTypeUtils.APPLICATION_JSON);
			case "markdown" ->
				answer(SheetMarkdown.of(sheet), new MimeType("text", "markdown", StandardCharsets.UTF_8));
			case "sarif" ->
				answer(SheetSarif.of(sheet, HardeningEndpoint.class.getPackage().getImplementationVersion()),
						MimeType.valueOf(HardeningEndpoint.SARIF));
			default -> throw new InvalidEndpointRequestException("The sheet has no format " + format,
					"The format is json, markdown or sarif");
		};
	}

	private static WebEndpointResponse<Object> answer(Object body, MimeType type) {
		return new WebEndpointResponse<>(body, WebEndpointResponse.STATUS_OK, type);
	}

}
