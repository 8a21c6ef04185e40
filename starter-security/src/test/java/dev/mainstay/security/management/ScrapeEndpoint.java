package dev.mainstay.security.management;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Stands in for the endpoint of the observability starter.
 */
@Endpoint(id = "prometheus")
class ScrapeEndpoint {

	static final String CONTENT = "canary_total 42";

	@ReadOperation
	String scrape() {
		return CONTENT;
	}

}
