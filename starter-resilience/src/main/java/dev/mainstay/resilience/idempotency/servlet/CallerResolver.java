package dev.mainstay.resilience.idempotency.servlet;

import dev.mainstay.resilience.idempotency.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose key it is, where the application knows more than the container: the tenant,
 * the subject of a token that it checks itself, the owner of an API key. A bean of this
 * type comes before everything else. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface CallerResolver {

	/**
	 * The caller of a request. Called once for each request with a key, before its body
	 * is read. If it throws, the request runs without protection, as it might else be
	 * answered with what belongs to another caller.
	 * @param request the request, as it is behind the security filter
	 * @return the caller, the same for each attempt at the same operation; {@code null}
	 * if it is to be found out without this resolver
	 */
	@Nullable Caller resolve(HttpServletRequest request);

}
