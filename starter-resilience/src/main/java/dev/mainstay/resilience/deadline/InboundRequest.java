package dev.mainstay.resilience.deadline;

import dev.mainstay.core.request.RequestStart;
import org.jspecify.annotations.Nullable;

/**
 * What a web stack tells of a request that has arrived. Asked on the thread on which it
 * did.
 *
 * @since 0.1.0
 */
public interface InboundRequest {

	/**
	 * The value of a header that was sent once.
	 * @param name the name of the header, in any case
	 * @return the value, {@code null} if there is none or more than one
	 */
	@Nullable String onlyValue(String name);

	/**
	 * How the request began.
	 * @return the start, {@code null} if nobody has noted it
	 */
	@Nullable RequestStart start();

}
