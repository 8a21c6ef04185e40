package dev.mainstay.core.request;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Carries the identity of a request to the threads that work for it. Found by the context
 * propagation library, if that is present; without a request there is nothing to carry.
 *
 * @since 0.1.0
 */
public final class RequestIdThreadLocalAccessor implements ThreadLocalAccessor<String> {

	/**
	 * The key of the identity in a Reactor context and in a context snapshot.
	 */
	public static final String KEY = "mainstay.requestId";

	@Override
	public Object key() {
		return KEY;
	}

	@Override
	public @Nullable String getValue() {
		return CurrentRequestId.get();
	}

	@Override
	public void setValue(String value) {
		CurrentRequestId.set(value);
	}

	@Override
	public void setValue() {
		CurrentRequestId.set(null);
	}

}
