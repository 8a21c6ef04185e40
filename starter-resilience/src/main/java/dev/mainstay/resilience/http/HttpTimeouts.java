package dev.mainstay.resilience.http;

import java.time.Duration;

/**
 * How long an outgoing call may wait. There is no total: an answer that keeps coming may
 * take as long as it takes.
 *
 * @param connect for a connection
 * @param response for the head of the answer, once the request was sent
 * @param idle between two bytes of the answer's body
 * @since 0.1.0
 */
public record HttpTimeouts(Duration connect, Duration response, Duration idle) {

	/**
	 * The bound for a client that knows one only, for every read of its socket.
	 * @return the shorter of response and idle
	 */
	Duration read() {
		return (this.response.compareTo(this.idle) < 0) ? this.response : this.idle;
	}

}
