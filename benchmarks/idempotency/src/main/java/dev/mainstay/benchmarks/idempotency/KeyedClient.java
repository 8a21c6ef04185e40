package dev.mainstay.benchmarks.idempotency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.mainstay.benchmarks.service.Connection;
import dev.mainstay.benchmarks.service.Latencies;

/**
 * Waits for an answer before it sends the next request, each of which has a key. Not
 * thread-safe.
 */
final class KeyedClient implements AutoCloseable {

	private static final String BODY = "{\"customer\":\"Ada\",\"sku\":\"A-1\",\"quantity\":3}";

	/** How many keys are repeated in turns. */
	private static final int REPEATED = 250;

	/** Of so many answers one is compared to the first. */
	private static final int COMPARED = 20;

	private final List<byte[]> requests = new ArrayList<>();

	private final List<String> answers = new ArrayList<>();

	private final Connection connection;

	private final String path;

	private final boolean repeats;

	/**
	 * Create it.
	 * @param port of the service
	 * @param path what is asked for
	 * @param repeats whether the service runs repetitions once more
	 */
	KeyedClient(int port, String path, boolean repeats) {
		this.connection = new Connection(port);
		this.path = path;
		this.repeats = repeats;
	}

	/** Send what will be repeated. */
	void prepare() throws IOException {
		for (int i = 0; i < REPEATED; i++) {
			byte[] request = request();
			send(request);
			this.requests.add(request);
			this.answers.add(json());
		}
	}

	/** Send requests with new keys. */
	Latencies first(long end) throws IOException {
		Latencies latencies = new Latencies();
		for (long begin = System.nanoTime(); begin < end;) {
			send(request());
			long now = System.nanoTime();
			latencies.add(now - begin);
			begin = now;
		}
		return latencies;
	}

	/** Repeat what was prepared. */
	Latencies repeat(long end) throws IOException {
		Latencies latencies = new Latencies();
		int next = 0;
		for (long begin = System.nanoTime(); begin < end;) {
			repeat(next++);
			long now = System.nanoTime();
			latencies.add(now - begin);
			begin = now;
		}
		return latencies;
	}

	void repeat(int number) throws IOException {
		send(this.requests.get(number % REPEATED));
		if (number % COMPARED == 0 && json().equals(this.answers.get(number % REPEATED)) == this.repeats) {
			throw new IOException("No answer to a repetition: " + json());
		}
	}

	void send(byte[] request) throws IOException {
		int status = this.connection.exchange(request);
		if (status != 201) {
			throw new IOException("Status " + status + ": " + this.connection.lastAnswer());
		}
	}

	byte[] request() {
		return ("POST " + this.path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nIdempotency-Key: "
				+ UUID.randomUUID() + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length()
				+ "\r\n\r\n" + BODY)
			.getBytes(StandardCharsets.US_ASCII);
	}

	/** The last answer, without the sizes of its chunks. */
	private String json() {
		String answer = this.connection.lastAnswer();
		return answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
	}

	@Override
	public void close() throws IOException {
		this.connection.close();
	}

}
