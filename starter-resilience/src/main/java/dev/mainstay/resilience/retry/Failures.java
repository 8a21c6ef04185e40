package dev.mainstay.resilience.retry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

/**
 * Classifies what the HTTP clients throw, together with its causes: each client wraps the
 * same thing in another way. Those of clients that may be absent go by their names.
 */
final class Failures {

	private static final int MAX_DEPTH = 10;

	/** Reactor Netty has timeouts and limits for its own pool. */
	private static final String POOL = "PoolAcquire";

	private Failures() {
	}

	static @Nullable FailureKind classify(IOException failure) {
		List<Throwable> chain = Stream.<Throwable>iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.limit(MAX_DEPTH)
			.toList();
		if (chain.stream().anyMatch(Failures::isLocal)) {
			return null;
		}
		if (chain.stream().anyMatch(Failures::isNeverSent)) {
			return FailureKind.NEVER_SENT;
		}
		return chain.stream().anyMatch(Failures::isTimeout) ? FailureKind.TIMED_OUT : FailureKind.AMBIGUOUS;
	}

	/**
	 * Decided on this side, or final: TLS, an address that is filtered, a pool without a
	 * connection left, an interrupt, a protocol nobody speaks.
	 */
	private static boolean isLocal(Throwable failure) {
		return isTls(failure) || isInterrupt(failure) || failure instanceof ProtocolException
				|| failure instanceof HttpRetryException || isNamed(failure, "FilteredHostException")
				|| failure.getClass().getSimpleName().startsWith(POOL)
				|| (failure instanceof IOException && String.valueOf(failure.getMessage()).startsWith("Filtered host"));
	}

	/** A connection that is reset under TLS is reported as an SSLException as well. */
	private static boolean isTls(Throwable failure) {
		return failure instanceof SSLException
				&& !(failure.getClass() == SSLException.class && failure.getCause() instanceof SocketException);
	}

	private static boolean isInterrupt(Throwable failure) {
		return failure instanceof InterruptedException || failure instanceof ClosedByInterruptException
				|| (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException));
	}

	private static boolean isNeverSent(Throwable failure) {
		return failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException
				|| failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException
				|| failure instanceof NoRouteToHostException || isNamed(failure, "ConnectTimeoutException")
				|| (failure instanceof SocketTimeoutException && isAboutConnecting(failure.getMessage()));
	}

	/** The sockets of the JDK and Jetty have no exception of their own for it. */
	private static boolean isAboutConnecting(@Nullable String message) {
		return message != null && message.toLowerCase(Locale.ROOT).startsWith("connect time");
	}

	private static boolean isTimeout(Throwable failure) {
		return failure instanceof SocketTimeoutException || failure instanceof HttpTimeoutException
				|| failure instanceof TimeoutException || isNamed(failure, "ReadTimeoutException");
	}

	private static boolean isNamed(Throwable failure, String simpleName) {
		return failure.getClass().getSimpleName().equals(simpleName);
	}

}
