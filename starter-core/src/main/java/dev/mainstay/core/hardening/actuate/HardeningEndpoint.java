package dev.mainstay.core.hardening.actuate;

import dev.mainstay.core.hardening.HardeningSheet;
import dev.mainstay.core.hardening.SheetKeeper;
import dev.mainstay.core.hardening.report.SheetDocument;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.util.MimeTypeUtils;

/**
 * Shows the hardening sheet. Reads only; thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "hardening")
public final class HardeningEndpoint {

	/** An extension replaces only an operation that produces the same. */
	static final String MARKDOWN = "text/markdown";

	static final String SARIF = "application/sarif+json";

	private final SheetKeeper keeper;

	private final boolean active;

	/**
	 * Create the endpoint.
	 * @param keeper makes the sheet
	 * @param active whether the sheet is switched on; read at run time, because in an
	 * AOT-processed application the endpoint is there whatever the properties say
	 */
	public HardeningEndpoint(SheetKeeper keeper, boolean active) {
		this.keeper = keeper;
		this.active = active;
	}

	/**
	 * Called where the endpoint is asked other than over HTTP, such as over JMX.
	 * @return the sheet as of now, {@code null} if it is switched off
	 */
	@ReadOperation(produces = { MimeTypeUtils.APPLICATION_JSON_VALUE, MARKDOWN, SARIF })
	public @Nullable SheetDocument document() {
		HardeningSheet sheet = sheet();
		return (sheet != null) ? SheetDocument.of(sheet) : null;
	}

	@Nullable HardeningSheet sheet() {
		return this.active ? this.keeper.look() : null;
	}

}
