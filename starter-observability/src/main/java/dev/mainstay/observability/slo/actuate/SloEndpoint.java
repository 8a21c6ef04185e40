package dev.mainstay.observability.slo.actuate;

import dev.mainstay.observability.slo.burn.Budgets;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.util.MimeTypeUtils;

/**
 * Shows the objectives, how they are kept and which alerts are on. Reads only;
 * thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "slo")
public final class SloEndpoint {

	private final String service;

	private final Budgets budgets;

	private final boolean active;

	/**
	 * Create the endpoint.
	 * @param service the name of the service
	 * @param budgets the budgets of the objectives
	 * @param active whether the feature is switched on; read at run time, because in an
	 * AOT-processed application the endpoint is there whatever the properties say
	 */
	public SloEndpoint(String service, Budgets budgets, boolean active) {
		this.service = service;
		this.budgets = budgets;
		this.active = active;
	}

	boolean isActive() {
		return this.active;
	}

	/**
	 * Called for {@code GET /actuator/slo}.
	 * @return the report as of now; {@code null}, which is answered with 404, if the
	 * feature is switched off
	 */
	@ReadOperation(produces = { MimeTypeUtils.APPLICATION_JSON_VALUE, SloWebExtension.YAML })
	public @Nullable SloReport report() {
		return this.active ? SloReport.of(this.service, this.budgets) : null;
	}

}
