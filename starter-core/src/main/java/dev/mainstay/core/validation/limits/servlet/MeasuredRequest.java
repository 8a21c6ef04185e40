package dev.mainstay.core.validation.limits.servlet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

import dev.mainstay.core.validation.limits.BodyMeter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is measured while it is read, as bytes or as text.
 */
final class MeasuredRequest extends HttpServletRequestWrapper {

	/** What the servlet specification says of a body that does not. */
	private static final String DEFAULT_ENCODING = "ISO-8859-1";

	private final BodyMeter meter;

	private @Nullable ServletInputStream stream;

	private @Nullable BufferedReader reader;

	MeasuredRequest(HttpServletRequest request, BodyMeter meter) {
		super(request);
		this.meter = meter;
	}

	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (this.reader != null) {
			throw new IllegalStateException("The reader of the body is in use");
		}
		return stream();
	}

	private ServletInputStream stream() throws IOException {
		ServletInputStream measured = this.stream;
		if (measured == null) {
			measured = new MeasuredInputStream(super.getInputStream(), this.meter);
			this.stream = measured;
		}
		return measured;
	}

	@Override
	public BufferedReader getReader() throws IOException {
		BufferedReader measured = this.reader;
		if (measured == null) {
			if (this.stream != null) {
				throw new IllegalStateException("The stream of the body is in use");
			}
			String encoding = getCharacterEncoding();
			measured = new BufferedReader(
					new InputStreamReader(stream(), (encoding != null) ? encoding : DEFAULT_ENCODING));
			this.reader = measured;
		}
		return measured;
	}

}
