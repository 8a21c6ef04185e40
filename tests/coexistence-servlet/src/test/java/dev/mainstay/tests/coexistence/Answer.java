package dev.mainstay.tests.coexistence;

import java.net.http.HttpResponse;

/**
 * What of an answer belongs to the application.
 */
record Answer(int status, String contentType, String body) {

	static Answer of(HttpResponse<String> response) {
		return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
				response.body());
	}

}
