package dev.mainstay.core.request;

import java.io.IOException;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Recognises the exceptions by which servers and frameworks tell that the client has gone
 * away.
 *
 * @since 0.1.0
 */
public final class ClientAbort {

	/**
	 * By name, because each belongs to a server that may be absent. A mere broken pipe is
	 * none of them: it may just as well be the connection to somebody else that broke.
	 */
	private static final Set<String> EXCEPTIONS = Set.of("org.apache.catalina.connector.ClientAbortException",
			"org.eclipse.jetty.io.EofException", "reactor.netty.channel.AbortedException");

	/**
	 * Spring wraps in it what the server threw when the response was written. Without a
	 * cause it only says that the application writes after the end, which may have been
	 * its own time-out.
	 */
	private static final String NOT_USABLE = "org.springframework.web.context.request.async.AsyncRequestNotUsableException";

	/** A client of our own also meets closed connections, which are no aborts. */
	private static final Set<String> OUTGOING = Set.of("org.springframework.web.client.ResourceAccessException",
			"org.springframework.web.reactive.function.client.WebClientRequestException");

	private static final int MAX_DEPTH = 100;

	private ClientAbort() {
	}

	/**
	 * Whether a failure came about because the client went away. Such a failure is not
	 * one of the service.
	 * @param failure the failure, may be {@code null}
	 * @return whether one of its causes says so
	 */
	public static boolean isCauseOf(@Nullable Throwable failure) {
		Throwable current = failure;
		for (int depth = 0; current != null && depth < MAX_DEPTH
				&& !OUTGOING.contains(current.getClass().getName()); depth++) {
			if (isAbort(current)) {
				return true;
			}
			current = current.getCause();
		}
		return false;
	}

	private static boolean isAbort(Throwable failure) {
		String name = failure.getClass().getName();
		return EXCEPTIONS.contains(name) || (NOT_USABLE.equals(name) && failure.getCause() instanceof IOException);
	}

}
