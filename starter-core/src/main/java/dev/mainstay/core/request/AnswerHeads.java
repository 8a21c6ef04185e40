package dev.mainstay.core.request;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Completes the heads of answers: puts the identity of the request into them and tells
 * the {@link ResponseCommitListener listeners}. The web stacks call it. Thread-safe.
 *
 * @since 0.1.0
 */
public final class AnswerHeads {

	private static final HeaderField TRACERESPONSE = HeaderField.of("traceresponse", "");

	private final @Nullable HeaderField requestId;

	private final Listeners<ResponseCommitListener> listeners;

	/**
	 * Create the heads.
	 * @param requestIdHeader the name of the header that carries the identity of a
	 * request in and out, {@code null} if requests have none
	 * @param listeners asked for the listeners when the first head is about to be sent,
	 * so that they may be created after the server
	 */
	public AnswerHeads(@Nullable String requestIdHeader, Supplier<List<ResponseCommitListener>> listeners) {
		this.requestId = (requestIdHeader != null) ? HeaderField.of(requestIdHeader, "") : null;
		this.listeners = new Listeners<>("before the head of an answer is sent", listeners);
	}

	/**
	 * The name of the header that carries the identity of a request in and out.
	 * @return the name, or {@code null} if requests have no identity
	 */
	public @Nullable String requestIdHeader() {
		return (this.requestId != null) ? this.requestId.name() : null;
	}

	/**
	 * Put the identity of the request into a head, unless the application has set a
	 * header of that name. Called also where the answer leaves our sight.
	 * @param exchange the exchange
	 * @param head the head of its answer
	 */
	public void identify(RequestExchange exchange, ResponseHead head) {
		String requestId = exchange.requestId();
		if (this.requestId != null && requestId != null) {
			head.setIfAbsent(this.requestId.forOneAnswer(requestId));
		}
		TraceIds traceIds = exchange.traceIds();
		if (traceIds != null) {
			head.setIfAbsent(TRACERESPONSE.forOneAnswer(traceIds.traceresponse()));
		}
	}

	/**
	 * Complete a head. Called right before it is sent.
	 * @param exchange the exchange
	 * @param head the head of its answer
	 */
	public void complete(RequestExchange exchange, ResponseHead head) {
		identify(exchange, head);
		if (!this.listeners.isEmpty()) {
			this.listeners.forEach((listener) -> listener.beforeCommit(head));
		}
	}

}
