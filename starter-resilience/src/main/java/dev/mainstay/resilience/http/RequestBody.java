package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.OutputStream;

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

	void writeTo(ClientHttpRequest request) throws IOException {
		FastByteArrayOutputStream collected = this.bytes;
		Body body = this.callback;
		if (collected != null && request instanceof StreamingHttpOutputMessage streaming) {
			streaming.setBody(collected.toByteArrayUnsafe());
		}
		else if (collected != null) {
			collected.writeTo(request.getBody());
		}
		else if (body != null && request instanceof StreamingHttpOutputMessage streaming) {
			streaming.setBody(body);
		}
		else if (body != null) {
			body.writeTo(request.getBody());
		}
	}

}
