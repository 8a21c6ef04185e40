package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer that nobody will read. A small body that has arrived is read, so that the
 * connection may serve again. What has not arrived is not waited for, as a service in
 * trouble may owe it for ever: the connection is given up.
 */
record UnwantedAnswer(ClientHttpResponse response, Sending sending) {

	/** More than this is not worth a connection. */
	private static final int MAX_LENGTH = 64 * 1024;

	/** How often, with a millisecond between, a body is closed that is not yet open. */
	private static final int MAX_CLOSED = 20;

	/** Let the body come, for a client that has to be asked for it. */
	void expect() {
		try {
			this.response.getBody();
		}
		catch (IOException | RuntimeException ignored) {
			// There will be nothing to discard
		}
	}

	/**
	 * Give the connection back, or up, without waiting. To close a response reads its
	 * body to the end, so that of the body comes first.
	 */
	void discard() {
		try {
			InputStream body = this.response.getBody();
			if (!isRead(body)) {
				this.sending.transmission().abort();
			}
			body.close();
		}
		catch (IOException | RuntimeException ignored) {
			// It is as good as discarded
		}
		finally {
			close();
			this.sending.over();
		}
	}

	/** With Reactor Netty a body opens on another thread, and has no state before. */
	private void close() {
		for (int i = 0; i < MAX_CLOSED; i++) {
			try {
				this.response.close();
				return;
			}
			catch (RuntimeException ex) {
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
			}
		}
	}

	/** What is decompressed on the way cannot say how much of it is there. */
	private boolean isRead(InputStream body) throws IOException {
		HttpHeaders headers = this.response.getHeaders();
		long length = headers.getContentLength();
		return length >= 0 && length <= MAX_LENGTH && headers.getFirst(HttpHeaders.CONTENT_ENCODING) == null
				&& readWhatIsThere(body) == length;
	}

	private static long readWhatIsThere(InputStream body) throws IOException {
		byte[] buffer = new byte[1024];
		long total = 0;
		for (int there = body.available(); there > 0; there = body.available()) {
			int read = body.read(buffer, 0, Math.min(there, buffer.length));
			if (read < 0) {
				break;
			}
			total += read;
		}
		return total;
	}

}
