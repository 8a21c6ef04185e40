package dev.mainstay.resilience.fallback;

import dev.mainstay.resilience.policy.FailedWork;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * A call of an HTTP interface client that has failed, or may.
 *
 * @param invocation the call
 * @param client what it is a call of
 */
record FailedClientCall(MethodInvocation invocation, ClientFallbackInterceptor client) {

	/**
	 * Answer instead.
	 * @param failure why the call failed
	 * @return the answer
	 * @throws Throwable the failure, if there is no fallback for it
	 */
	@Nullable Object answer(Throwable failure) throws Throwable {
		ClientFallback<?> fallback = this.client.find(this.invocation);
		if (fallback == null) {
			throw failure;
		}
		FailedWork meaning = this.client.fallbacks().meaningOf(failure);
		if (!Fallback.isOfDependency(failure, meaning)) {
			throw failure;
		}
		Object answer = fallback.answer(this.invocation.getMethod(), this.invocation.getArguments(), failure);
		this.client.fallbacks().answered(this.client.clientName(fallback.type()), failure, meaning);
		return answer;
	}

}
