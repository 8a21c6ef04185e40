package dev.mainstay.benchmarks.idempotency;

/**
 * What clients ask for.
 */
enum Kind {

	/** First requests, which do next to nothing. */
	FIRST("first request", "/quotes"),

	/** First requests, each of which writes a row. */
	WRITING("first request that writes a row", "/bookings"),

	/** Repetitions of what is over. */
	REPLAY("repetition", "/quotes");

	private final String title;

	private final String path;

	Kind(String title, String path) {
		this.title = title;
		this.path = path;
	}

	String path() {
		return this.path;
	}

	@Override
	public String toString() {
		return this.title;
	}

}
