package dev.mainstay.resilience.idempotency;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

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

	/**
	 * A header of the answer.
	 * @param name the name, as it was stored
	 * @return its first value, {@code null} if it is not set
	 */
	public @Nullable String firstOf(String name) {
		List<String> values = this.headers.get(name);
		return (values != null) ? values.get(0) : null;
	}

	@Override
	public String toString() {
		return "StoredResponse[status=" + this.status + ", " + this.body.length + " bytes]";
	}

}
