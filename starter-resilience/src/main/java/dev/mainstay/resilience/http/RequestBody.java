package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.OutputStream;

import dev.mainstay.resilience.http.internal.Transmission;
import org.jspecify.annotations.Nullable;

import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.StreamingHttpOutputMessage.Body;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.util.Assert;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * The body of a call: collected bytes, or a callback that writes it, as the caller chose.
 */
final class RequestBody {

	private @Nullable FastByteArrayOutputStream bytes;

	private @Nullable Body callback;

	OutputStream collect() {
		Assert.state(this.callback == null, "Invoke either getBody or setBody; not both");
		FastByteArrayOutputStream collected = this.bytes;
		if (collected == null) {
			collected = new FastByteArrayOutputStream(1024);
			this.bytes = collected;
		}
		return collected;
	}

	void set(Body callback) {
		Assert.state(this.bytes == null, "Invoke either getBody or setBody; not both");
		this.callback = callback;
	}

	boolean isReplayable() {
		Body body = this.callback;
		return body == null || body.repeatable();
	}

	/**
	 * Give the body to an attempt. A client asks for it when it has a connection; one
	 * that wants it before cannot be watched.
	 */
	void writeTo(ClientHttpRequest request, Transmission transmission) throws IOException {
		Body body = body();
		if (body != null && request instanceof StreamingHttpOutputMessage streaming) {
			transmission.watched();
			streaming.setBody(new TransmittedBody(body, transmission));
		}
		else if (body != null) {
			body.writeTo(request.getBody());
		}
	}

	private @Nullable Body body() {
		FastByteArrayOutputStream collected = this.bytes;
		return (collected != null) ? new CollectedBody(collected) : this.callback;
	}

	private record CollectedBody(FastByteArrayOutputStream bytes) implements Body {

		@Override
		public void writeTo(OutputStream output) throws IOException {
			this.bytes.writeTo(output);
		}

		@Override
		public boolean repeatable() {
			return true;
		}

	}

	private record TransmittedBody(Body body, Transmission transmission) implements Body {

		@Override
		public void writeTo(OutputStream output) throws IOException {
			this.transmission.begun();
			this.body.writeTo(output);
		}

		@Override
		public boolean repeatable() {
			return this.body.repeatable();
		}

	}

}
