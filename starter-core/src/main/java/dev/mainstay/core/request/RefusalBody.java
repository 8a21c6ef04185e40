package dev.mainstay.core.request;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Says something to a request that the server refuses by itself, past everything that
 * answers otherwise. Called on the thread that writes the answer; an implementation must
 * be thread-safe and must not block.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RefusalBody {

	/**
	 * Called before the answer is sent.
	 * @param refusal the refusal
	 * @return the body, or {@code null} to leave the answer empty
	 */
	@Nullable Body of(Refusal refusal);

	/**
	 * What the server refuses.
	 *
	 * @param status the status of the answer
	 * @param accept the values of the header {@code Accept}, as far as they could be read
	 * @param exchange the exchange, with the identity of the request
	 * @since 0.1.0
	 */
	record Refusal(int status, List<String> accept, RequestExchange exchange) {

	}

	/**
	 * What is said to it.
	 *
	 * @param headers the header fields, with the type of the content
	 * @param content the content
	 * @since 0.1.0
	 */
	record Body(Map<String, String> headers, byte[] content) {

	}

}
