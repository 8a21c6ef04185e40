package dev.mainstay.core.problem.calls;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import dev.mainstay.core.problem.Problem;
import dev.mainstay.core.problem.ProblemCode;
import dev.mainstay.core.problem.internal.Causes;
import org.jspecify.annotations.Nullable;

/**
 * Why a call did not get an answer. A connection that was never made is told apart from
 * an answer that did not come: after the latter nobody knows what the other side did.
 */
final class CallFailures {

	/** Clients that have types of their own. */
	private static final Map<String, ProblemCode> KNOWN = Map.of("org.apache.hc.client5.http.ConnectTimeoutException",
			ProblemCode.DEPENDENCY_UNAVAILABLE, "org.apache.hc.core5.http.ConnectionRequestTimeoutException",
			ProblemCode.TEMPORARILY_OVERLOADED, "io.netty.channel.ConnectTimeoutException",
			ProblemCode.DEPENDENCY_UNAVAILABLE, "io.netty.handler.timeout.TimeoutException",
			ProblemCode.DEADLINE_EXCEEDED, "reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException",
			ProblemCode.TEMPORARILY_OVERLOADED,
			"reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException",
			ProblemCode.TEMPORARILY_OVERLOADED);

	private CallFailures() {
	}

	/** What became of a call of which it is known that it failed in input or output. */
	static Problem ofCall(List<Throwable> causes) {
		for (Throwable cause : causes) {
			ProblemCode code = (cause instanceof SocketTimeoutException timeout) ? ofSocket(timeout) : ofAny(cause);
			if (code != null) {
				return CallProblemMapper.problem(code);
			}
		}
		return Problem.of(ProblemCode.DEPENDENCY_FAILED);
	}

	/** What can only be a call, whoever wrapped it. */
	static @Nullable ProblemCode ofAny(Throwable cause) {
		ProblemCode known = Causes.lookUp(cause, KNOWN);
		if (known != null) {
			return known;
		}
		if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException
				|| cause instanceof UnknownHostException || cause instanceof NoRouteToHostException
				|| cause instanceof UnresolvedAddressException) {
			return ProblemCode.DEPENDENCY_UNAVAILABLE;
		}
		boolean late = cause instanceof HttpTimeoutException || cause instanceof TimeoutException;
		return late ? ProblemCode.DEADLINE_EXCEEDED : null;
	}

	/** The JDK has one type for both, and says which in its text. */
	private static ProblemCode ofSocket(SocketTimeoutException timeout) {
		ProblemCode known = Causes.lookUp(timeout, KNOWN);
		if (known != null) {
			return known;
		}
		String text = String.valueOf(timeout.getMessage()).toLowerCase(Locale.ROOT);
		return text.startsWith("connect") ? ProblemCode.DEPENDENCY_UNAVAILABLE : ProblemCode.DEADLINE_EXCEEDED;
	}

}
