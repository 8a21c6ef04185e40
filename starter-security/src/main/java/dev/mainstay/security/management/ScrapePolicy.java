package dev.mainstay.security.management;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.core.request.AddressRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits scrapers to the {@code prometheus} endpoint by the address of their socket.
 * Forwarding headers are not looked at: anybody can write them. Thread-safe.
 */
final class ScrapePolicy implements ManagementAccessPolicy {

	private static final Logger logger = LoggerFactory.getLogger(ScrapePolicy.class);

	private static final String PROPERTY = "mainstay.security.management.scrape-from";

	private final List<AddressRange> ranges;

	private final AtomicBoolean warned = new AtomicBoolean();

	ScrapePolicy(List<String> cidrs) {
		this.ranges = cidrs.stream().map(AddressRange::parse).toList();
	}

	@Override
	public boolean admits(ManagementCall call) {
		String address = call.peer().address();
		boolean admitted = address != null && call.endpoint().equals("prometheus")
				&& this.ranges.stream().anyMatch((range) -> range.contains(address));
		if (admitted && call.peer().forwarded() && this.warned.compareAndSet(false, true)) {
			logger.warn(
					"Metrics were read through a proxy at {}, which {} lists: whoever can reach that proxy can read "
							+ "them. Leave proxies out of the list, or have them not forward the endpoint.",
					address, PROPERTY);
		}
		return admitted;
	}

	@Override
	public String remedy() {
		return "list the scraper of prometheus in " + PROPERTY;
	}

}
