package dev.mainstay.benchmarks.idempotency;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.mainstay.benchmarks.service.Service;

/**
 * What a request takes of the servers behind the service.
 *
 * @param database statements, and commits that are no part of one
 * @param redis scripts
 * @param logged bytes that PostgreSQL writes to its log
 */
record Trips(double database, double redis, double logged) {

	private static final int REQUESTS = 200;

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	/** Count them in a service that counts. */
	static Trips of(Service service, Servers servers, Kind kind, Variant variant) throws IOException {
		try (KeyedClient client = new KeyedClient(service.port(), kind.path(), variant.repeats())) {
			// The first ones also open connections and load scripts.
			client.prepare();
			Trips before = soFar(service, servers);
			for (int i = 0; i < REQUESTS; i++) {
				if (kind == Kind.REPLAY) {
					client.repeat(i);
				}
				else {
					client.send(client.request());
				}
			}
			return soFar(service, servers).since(before);
		}
	}

	private static Trips soFar(Service service, Servers servers) throws IOException {
		String answer = service.get("/trips");
		// Behind the size of a chunk, if there is one.
		Matcher matcher = NUMBER.matcher(answer.substring(answer.indexOf('\n') + 1));
		if (!matcher.find()) {
			throw new IOException(answer);
		}
		return new Trips(Integer.parseInt(matcher.group()), servers.scripts(), servers.logged());
	}

	private Trips since(Trips before) {
		return new Trips((this.database - before.database) / REQUESTS, (this.redis - before.redis) / REQUESTS,
				(this.logged - before.logged) / REQUESTS);
	}

}
