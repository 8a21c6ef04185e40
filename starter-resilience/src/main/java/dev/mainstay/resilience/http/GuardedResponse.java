package dev.mainstay.resilience.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An answer whose body is bounded in how long it may be silent.
 */
final class GuardedResponse implements ClientHttpResponse {

	private final ClientHttpResponse response;

	private final Watchdog watchdog;

	private final Duration idleTimeout;

	private @Nullable InputStream body;

	GuardedResponse(ClientHttpResponse response, Watchdog watchdog, Duration idleTimeout) {
		this.response = response;
		this.watchdog = watchdog;
		this.idleTimeout = idleTimeout;
	}

	@Override
	public InputStream getBody() throws IOException {
		InputStream guarded = this.body;
		if (guarded == null) {
			guarded = new IdleTimeoutInputStream(this.response.getBody(), this.watchdog, this.idleTimeout);
			this.body = guarded;
		}
		return guarded;
	}

	@Override
	public void close() {
		// Draining the rest for the sake of the connection is bounded as well.
		try (InputStream guarded = getBody()) {
			guarded.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ignored) {
			// Nobody wants the rest.
		}
		this.response.close();
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

}
