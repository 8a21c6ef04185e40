package dev.mainstay.benchmarks.idempotency;

import dev.mainstay.benchmarks.service.Usage;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says what the service has used.
 */
@RestController
class UsageController {

	private final Usage usage = new Usage();

	private final ObjectProvider<CountedTrips> trips;

	UsageController(ObjectProvider<CountedTrips> trips) {
		this.trips = trips;
	}

	@GetMapping("/usage")
	String usage() {
		return this.usage.allocatedBytes() + " " + this.usage.compilerMillis();
	}

	@GetMapping("/trips")
	String trips() {
		return Integer.toString(this.trips.getObject().soFar());
	}

}
