package dev.mainstay.samples.badday.drill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The client of the service. Gives each request an id of its own, and remembers what was
 * answered. May be used by several threads.
 */
final class Caller {

	static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Target target;

	private final Map<String, String> headers;

	private final Wire wire;

	private final List<Exchange> exchanges = Collections.synchronizedList(new ArrayList<>());

	private final AtomicInteger ids = new AtomicInteger();

	/**
	 * Creates a caller.
	 * @param headers what all requests carry beside their own, not to be changed
	 */
	Caller(Target target, Map<String, String> headers) {
		this.target = target;
		this.headers = headers;
		this.wire = new Wire(target);
	}

	Reply send(Message message) {
		return send(message, this.headers, PATIENCE);
	}

	Reply send(Message message, Duration patience) {
		return send(message, this.headers, patience);
	}

	/**
	 * Sends a request without what the user gave, as somebody who has no password.
	 */
	Reply sendAsStranger(Message message) {
		return send(message, Map.of(), PATIENCE);
	}

	/**
	 * Sends the same request several times at the same time.
	 */
	List<Reply> sendAtOnce(Message message, int times) {
		return begin(Collections.nCopies(times, message)).stream().map(Caller::result).toList();
	}

	/**
	 * Sends requests at the same time, each on a thread of its own.
	 */
	List<Future<Reply>> begin(List<Message> messages) {
		ExecutorService threads = Executors.newFixedThreadPool(messages.size());
		try {
			return messages.stream().map((message) -> threads.submit(() -> send(message))).toList();
		}
		finally {
			threads.shutdown();
		}
	}

	/**
	 * Sends a head that breaks the rules. It is remembered by what is wrong with it.
	 * {@code {base}} in it stands for what all paths begin with, {@code {host}} for the
	 * host.
	 */
	Reply sendBroken(String what, String head) {
		String bytes = head.replace("{base}", this.target.base()).replace("{host}", this.target.authority());
		return remember("", what, exchange(bytes.getBytes(StandardCharsets.ISO_8859_1), new byte[0], PATIENCE));
	}

	List<Exchange> exchanges() {
		synchronized (this.exchanges) {
			return List.copyOf(this.exchanges);
		}
	}

	static Reply result(Future<Reply> pending) {
		try {
			return pending.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted", ex);
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause().getMessage(), ex);
		}
	}

	private Reply send(Message message, Map<String, String> further, Duration patience) {
		Message complete = message;
		for (Map.Entry<String, String> header : further.entrySet()) {
			complete = complete.header(header.getKey(), header.getValue());
		}
		String id = message.headers().getOrDefault("X-Request-Id", "drill-%04d".formatted(this.ids.incrementAndGet()));
		complete = complete.header("X-Request-Id", id);
		return remember(id, message.method() + " " + message.path(),
				exchange(complete.head(this.target), complete.body(), patience));
	}

	private Reply exchange(byte[] head, byte[] body, Duration patience) {
		try {
			return this.wire.exchange(head, body, patience);
		}
		catch (IOException ex) {
			throw new IllegalStateException("There is no connection to " + this.target + ": " + ex.getMessage()
					+ ". Start the service first, or correct --target", ex);
		}
	}

	private Reply remember(String id, String what, Reply reply) {
		this.exchanges.add(new Exchange(id, what, reply));
		return reply;
	}

	/**
	 * A request and its answer.
	 *
	 * @param id the id that the request carried, or empty
	 * @param what its first line, more or less
	 * @param reply the answer
	 */
	record Exchange(String id, String what, Reply reply) {

		/**
		 * Whether the body carries the id that was sent, or that was given instead.
		 */
		boolean namesItsRequest() {
			String named = this.reply.json().path("requestId").asString("");
			return !named.isEmpty() && (named.equals(this.id) || named.equals(this.reply.header("x-request-id")));
		}

		String describe() {
			return this.id + " " + this.what + " -> " + (this.reply.arrived()
					? this.reply.status() + " " + this.reply.body().replaceAll("\\s+", " ") : "no answer in time");
		}

	}

}
