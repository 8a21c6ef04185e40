package dev.mainstay.samples.badday;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * What came back for a call.
 *
 * @param call the call
 * @param status the status, or 0 when no answer came in time
 * @param headers the headers of the answer
 * @param body the body of the answer
 */
record Answer(Call call, int status, HttpHeaders headers, String body) {

	static Answer of(Call call, HttpResponse<String> response) {
		return new Answer(call, response.statusCode(), response.headers(), response.body());
	}

	static Answer none(Call call) {
		return new Answer(call, 0, HttpHeaders.of(Map.of(), (name, value) -> true), "");
	}

	boolean arrived() {
		return this.status != 0;
	}

	boolean succeeded() {
		return this.status >= 200 && this.status < 300;
	}

	boolean failed() {
		return this.status >= 400;
	}

	/**
	 * Whether the client is told that it did something wrong.
	 */
	boolean refused() {
		return this.status >= 400 && this.status < 500;
	}

	boolean isProblem() {
		return header("Content-Type").startsWith("application/problem+json")
				&& !Json.read(this.body).path("code").asString("").isEmpty();
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	String describe() {
		return this.call.id() + " " + this.call.method() + " " + this.call.path() + " -> "
				+ (arrived() ? this.status + " " + this.body.replaceAll("\\s+", " ") : "no answer in time");
	}

}
