package dev.mainstay.resilience.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer whose body is part of its attempt: it ends in time, and the attempt is over
 * when it is closed.
 */
final class WatchedAnswer implements ClientHttpResponse {

	private final ClientHttpResponse response;

	private final Sending sending;

	WatchedAnswer(ClientHttpResponse response, Sending sending) {
		this.response = response;
		this.sending = sending;
	}

	@Override
	public HttpStatusCode getStatusCode() throws IOException {
		return this.response.getStatusCode();
	}

	@Override
	public String getStatusText() throws IOException {
		return this.response.getStatusText();
	}

	@Override
	public HttpHeaders getHeaders() {
		return this.response.getHeaders();
	}

	@Override
	public InputStream getBody() throws IOException {
		return new WatchedBody(this.response.getBody());
	}

	/** To close an answer may read it to its end, which still has its time. */
	@Override
	public void close() {
		try {
			this.response.close();
		}
		finally {
			this.sending.over();
		}
	}

	private final class WatchedBody extends FilterInputStream {

		WatchedBody(InputStream body) {
			super(body);
		}

		@Override
		public int read() throws IOException {
			try {
				return whole(super.read());
			}
			catch (IOException ex) {
				throw WatchedAnswer.this.sending.watch().explain(ex);
			}
			catch (RuntimeException ex) {
				throw WatchedAnswer.this.sending.watch().explain(ex);
			}
		}

		@Override
		public int read(byte[] bytes, int offset, int length) throws IOException {
			try {
				return whole(super.read(bytes, offset, length));
			}
			catch (IOException ex) {
				throw WatchedAnswer.this.sending.watch().explain(ex);
			}
			catch (RuntimeException ex) {
				throw WatchedAnswer.this.sending.watch().explain(ex);
			}
		}

		/** Some clients take a connection that was given up for the end of a body. */
		private int whole(int read) throws IOException {
			if (read < 0) {
				WatchedAnswer.this.sending.watch().requireInTime();
				WatchedAnswer.this.sending.over();
			}
			return read;
		}

		/** Who is handed the body alone closes nothing else. */
		@Override
		public void close() throws IOException {
			try {
				super.close();
			}
			finally {
				WatchedAnswer.this.sending.over();
			}
		}

	}

}
