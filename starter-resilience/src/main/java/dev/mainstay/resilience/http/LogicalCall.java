package dev.mainstay.resilience.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A call as the application makes it, which interceptors of the application may turn into
 * several. It travels in the attributes of the request, which Spring hands on from the
 * outermost request to each that an interceptor makes of it. Thread-safe.
 */
final class LogicalCall {

	static final String ATTRIBUTE = LogicalCall.class.getName();

	private final AtomicInteger requests = new AtomicInteger();

	/**
	 * Called when a request of this call comes to the wire, not counting our retries.
	 * @return whether it is not the first
	 */
	boolean isRepeated() {
		return this.requests.incrementAndGet() > 1;
	}

}
