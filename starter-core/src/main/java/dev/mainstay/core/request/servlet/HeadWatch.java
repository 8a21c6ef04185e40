package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.RequestExchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Notices when the head of an answer goes out. Servlet containers tell nobody, so every
 * call that may send the head is preceded by completing it, and followed by a look at
 * whether it was sent. It may be completed too early, never too late: the container may
 * go on buffering where we expect it to send.
 */
final class HeadWatch {

	private final RequestExchange exchange;

	private final AnswerHeads heads;

	private final HttpServletRequest request;

	private final HttpServletResponseWrapper response;

	private volatile boolean complete;

	private volatile boolean statusNoted;

	private boolean errorSent;

	private long written;

	private long contentLength = Long.MAX_VALUE;

	/**
	 * Watch the head of an answer.
	 * @param response the response that the application has
	 */
	HeadWatch(RequestExchange exchange, AnswerHeads heads, HttpServletRequest request,
			HttpServletResponseWrapper response) {
		this.exchange = exchange;
		this.heads = heads;
		this.request = request;
		this.response = response;
	}

	/** Called before something that sends the head unless it was sent. */
	void beforeSend() {
		beforeSend(this.response.getStatus());
	}

	void beforeSend(int status) {
		if (!this.complete && !this.response.isCommitted()) {
			this.complete = true;
			this.heads.complete(this.exchange, head(status));
		}
	}

	/** Called before so many bytes are written. */
	void beforeWrite(long bytes) {
		if (!this.complete) {
			this.written += bytes;
			if (this.written >= this.response.getBufferSize() || this.written >= this.contentLength) {
				beforeSend();
			}
		}
	}

	/** Called after something that may have sent the head. */
	void afterWrite() {
		if (!this.statusNoted && !this.errorSent && this.response.isCommitted()) {
			this.statusNoted = true;
			this.exchange.committed(this.response.getStatus());
		}
	}

	/** An error page follows, with a response of its own, unless this is one already. */
	void beforeError(int status) {
		if (this.request.getDispatcherType() == DispatcherType.ERROR) {
			beforeSend(status);
		}
		else {
			identify();
		}
	}

	void afterError() {
		this.errorSent = true;
	}

	/** Called when nothing of the application will write any more in this dispatch. */
	void endOfChain() {
		if (!this.errorSent) {
			beforeSend();
		}
	}

	/** Called when somebody else will write, out of our sight. */
	void identify() {
		if (!this.response.isCommitted()) {
			this.heads.identify(this.exchange, head(this.response.getStatus()));
		}
	}

	void reset() {
		this.complete = false;
		this.errorSent = false;
		this.contentLength = Long.MAX_VALUE;
		resetBuffer();
	}

	void resetBuffer() {
		this.written = 0;
	}

	void header(String name, @Nullable String value) {
		if ("Content-Length".equalsIgnoreCase(name)) {
			contentLength(parse(value));
		}
	}

	void contentLength(long length) {
		this.contentLength = (length >= 0) ? length : Long.MAX_VALUE;
	}

	private static long parse(@Nullable String value) {
		try {
			return (value != null) ? Long.parseLong(value.strip()) : -1;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private ServletHead head(int status) {
		return new ServletHead(this.request, (HttpServletResponse) this.response.getResponse(), status,
				this.exchange.headerBytes());
	}

}
