package dev.mainstay.security.management;

import java.util.List;

import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.management.ManagementCall;
import dev.mainstay.core.request.AddressRange;

/**
 * Admits scrapers to the {@code prometheus} endpoint by the address of their socket.
 * Forwarding headers are not looked at: anybody can write them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ScrapePolicy implements ManagementAccessPolicy {

	private final List<AddressRange> ranges;

	/**
	 * Create the policy.
	 * @param cidrs addresses or CIDR blocks
	 * @throws IllegalArgumentException if one of them is neither, with the value in the
	 * message
	 */
	public ScrapePolicy(List<String> cidrs) {
		this.ranges = cidrs.stream().map(AddressRange::parse).toList();
	}

	@Override
	public boolean admits(ManagementCall call) {
		String address = call.peer().address();
		return address != null && call.endpoint().equals("prometheus")
				&& this.ranges.stream().anyMatch((range) -> range.contains(address));
	}

	@Override
	public String remedy() {
		return "list the scraper of prometheus in mainstay.security.management.scrape-from";
	}

}
