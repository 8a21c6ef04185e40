package dev.mainstay.resilience.http;

import dev.mainstay.resilience.http.internal.Transmission;
import dev.mainstay.resilience.policy.CallCourse;
import dev.mainstay.resilience.policy.Permit;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What an attempt is sent under, from its beginning until the body of its answer is
 * closed.
 *
 * @param transmission whether something was sent
 * @param watch gives it up when its time is over
 * @param permit lets it through
 */
record Sending(Transmission transmission, DeadlineWatch watch, Permit permit) {

	static Sending begin(CallCourse course) {
		Permit permit = course.attempt();
		Transmission transmission = Transmission.open();
		return new Sending(transmission, DeadlineWatch.of(course.attemptDeadline(), course.deadline(), transmission),
				permit);
	}

	/** The client has returned to the thread of the call. */
	void returned(boolean withResponse) {
		this.transmission.close();
		if (!withResponse) {
			over();
		}
	}

	/** The attempt is over. */
	void over() {
		this.watch.close();
		this.permit.close();
	}

	/** The answer for the application. A stream has no time to be over in. */
	ClientHttpResponse watched(ClientHttpResponse response) {
		if (StreamingTypes.include(response.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE))) {
			this.watch.close();
		}
		return (this.watch.isWatching() || this.permit.isHeld()) ? new WatchedAnswer(response, this) : response;
	}

}
