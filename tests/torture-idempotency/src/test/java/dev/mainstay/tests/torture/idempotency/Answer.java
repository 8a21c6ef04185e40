package dev.mainstay.tests.torture.idempotency;

import java.net.http.HttpResponse;

/**
 * What a caller was told.
 *
 * @param kind what that means to him
 * @param content all that a repetition has to have, too
 */
record Answer(Kind kind, String content) {

	static Answer of(HttpResponse<String> response) {
		String content = response.statusCode() + " " + header(response, "Content-Type") + " "
				+ header(response, "Location") + " " + response.body();
		return new Answer(kind(response, header(response, "Idempotency-Status")), content);
	}

	private static Kind kind(HttpResponse<String> response, String status) {
		if (response.statusCode() == 201 && "created".equals(status)) {
			return Kind.CREATED;
		}
		if (response.statusCode() == 201 && "replayed".equals(status)) {
			return Kind.REPLAYED;
		}
		if (response.statusCode() == 409 && response.body().contains("idempotency-outcome-unknown")) {
			return Kind.UNKNOWN;
		}
		if (response.statusCode() == 409 && response.body().contains("idempotency-in-progress")) {
			return Kind.IN_PROGRESS;
		}
		return (response.statusCode() == 503) ? Kind.UNAVAILABLE : Kind.OTHER;
	}

	private static String header(HttpResponse<String> response, String name) {
		return response.headers().firstValue(name).orElse("");
	}

	/** Whether the order is known to be done. */
	boolean isDone() {
		return this.kind == Kind.CREATED || this.kind == Kind.REPLAYED;
	}

	/** Whether there is no use in asking again. */
	boolean isFinal() {
		return this.kind != Kind.IN_PROGRESS && this.kind != Kind.UNAVAILABLE;
	}

	/**
	 * What it means.
	 */
	enum Kind {

		CREATED, REPLAYED, UNKNOWN, IN_PROGRESS, UNAVAILABLE, OTHER

	}

}
