package dev.mainstay.resilience.http.reactive;

import java.net.URI;
import java.util.function.Function;

import dev.mainstay.resilience.http.OutboundHeaders;
import dev.mainstay.resilience.policy.CallCourse;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * What a call sends, and by what.
 *
 * @param method its method
 * @param uri its address
 * @param recording what the application writes
 * @param wire what sends it
 * @param headers what the other side is told
 */
record ReactiveCall(HttpMethod method, URI uri, Recording recording, Wire wire, OutboundHeaders headers) {

	/** Send it once. */
	Mono<ClientHttpResponse> send(Sending sending, Recording.Told told) {
		Function<ClientHttpRequest, Mono<Void>> write = (request) -> {
			this.wire.connected(request, sending);
			return this.recording.write(request, told, sending).doOnSuccess((nothing) -> sending.head().waiting());
		};
		return this.wire.connectorFor(sending.transmission()).connect(this.method, this.uri, write);
	}

	void tell(HttpHeaders headers, CallCourse course) {
		this.headers.addTo(headers, course.deadline(), course.attemptNumber());
	}

	boolean isSafeToRepeat() {
		return this.recording.isSafeToRepeat(this.method);
	}

	ConnectorTimeouts timeouts() {
		return this.wire.timeouts();
	}

}
