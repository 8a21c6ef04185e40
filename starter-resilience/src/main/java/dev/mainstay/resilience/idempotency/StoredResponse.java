package dev.mainstay.resilience.idempotency;

import java.util.List;
import java.util.Map;

/**
 * An answer as it is stored and replayed. Immutable as long as nobody writes to the
 * array, which is shared for the sake of its size.
 *
 * @param status the status
 * @param headers the headers that a replay repeats
 * @param body the bytes of the body, empty if it has none; never to be changed
 * @since 0.1.0
 */
public record StoredResponse(int status, Map<String, List<String>> headers, byte[] body) {

	/**
	 * Copies the headers.
	 */
	public StoredResponse {
		headers = Map.copyOf(headers);
	}

	@Override
	public String toString() {
		return "StoredResponse[status=" + this.status + ", " + this.body.length + " bytes]";
	}

}
