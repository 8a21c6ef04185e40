package dev.mainstay.resilience.http.jdk;

import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;

import dev.mainstay.resilience.http.internal.Transmission;

/**
 * A request body that notes when the request goes out: its length is asked for when the
 * head is written, on a connection that is there. Of an empty body that is all that can
 * be seen.
 */
record TransmittedBody(BodyPublisher body, Transmission transmission) implements BodyPublisher {

	static BodyPublisher watch(BodyPublisher body) {
		Transmission transmission = Transmission.current();
		if (transmission == null) {
			return body;
		}
		transmission.watched();
		return new TransmittedBody(body, transmission);
	}

	@Override
	public long contentLength() {
		this.transmission.begun();
		return this.body.contentLength();
	}

	@Override
	public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
		this.transmission.begun();
		this.body.subscribe(subscriber);
	}

}
