package dev.mainstay.resilience.http;

import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;

/**
 * Tells whether a request can be handled twice without a second effect: by its method
 * (RFC 9110, 9.2.2), or because it carries a key by which the other side notices.
 *
 * @since 0.1.0
 */
public final class SafeToRepeat {

	private static final Set<HttpMethod> IDEMPOTENT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS,
			HttpMethod.TRACE, HttpMethod.PUT, HttpMethod.DELETE);

	private static final Set<HttpMethod> SAFE_WITH_KEY = Set.of(HttpMethod.POST, HttpMethod.PATCH);

	private static final String KEY = "Idempotency-Key";

	private SafeToRepeat() {
	}

	static boolean test(HttpRequest request) {
		return test(request.getMethod(), request.getHeaders());
	}

	/**
	 * Tell it of a request.
	 * @param method its method
	 * @param headers its headers
	 * @return whether it can be handled twice
	 */
	public static boolean test(HttpMethod method, HttpHeaders headers) {
		if (IDEMPOTENT.contains(method)) {
			return true;
		}
		String key = headers.getFirst(KEY);
		return key != null && !key.isBlank() && SAFE_WITH_KEY.contains(method);
	}

}
