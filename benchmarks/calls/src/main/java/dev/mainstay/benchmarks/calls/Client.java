package dev.mainstay.benchmarks.calls;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

/**
 * A {@code RestClient} of an application.
 */
final class Client implements AutoCloseable {

	private static final String[] EVERYTHING = { "mainstay.http-client.breaker=enforce",
			"mainstay.http-client.attempt-timeout=10s", "mainstay.http-client.total-timeout=30s",
			"mainstay.http-client.max-concurrent-calls=" + Stacks.CONCURRENT_CALLS,
			"mainstay.http-client.rate-limit.calls=1000000" };

	private final ConfigurableApplicationContext application;

	private final RestClient client;

	private final String url;

	private Client(ConfigurableApplicationContext application, String url) {
		this.application = application;
		this.client = application.getBean(RestClient.Builder.class).build();
		this.url = url;
	}

	/**
	 * Start the application: {@code plain}, with the {@code defaults} of Mainstay, or
	 * with a {@code policy} in which every strategy is on.
	 */
	static Client start(String policy, String factory, String url) {
		String[] settings = policy.equals("policy") ? EVERYTHING : new String[0];
		return new Client(ClientApplication.start(!policy.equals("plain"), factory, settings), url);
	}

	String call() {
		String body = this.client.get().uri(this.url).retrieve().body(String.class);
		if (body == null) {
			throw new IllegalStateException("There was no answer");
		}
		return body;
	}

	@Override
	public void close() {
		this.application.close();
	}

}
