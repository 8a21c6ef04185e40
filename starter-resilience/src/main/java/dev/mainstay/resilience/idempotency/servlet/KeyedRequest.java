package dev.mainstay.resilience.idempotency.servlet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.resilience.idempotency.Sha256;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body was looked at.
 *
 * @param request the request to hand on, with the body still to be read
 * @param fingerprint the digest of the body; {@code null} if it is too large or cannot be
 * read, so that the request cannot be told from another one
 */
record KeyedRequest(HttpServletRequest request, @Nullable String fingerprint) {

	private static final int CHUNK = 8192;

	static KeyedRequest read(HttpServletRequest request, int limit) {
		if (request.getContentLengthLong() > limit && !MultipartFingerprint.appliesTo(request)) {
			return new KeyedRequest(request, null);
		}
		try {
			if (MultipartFingerprint.appliesTo(request)) {
				return new KeyedRequest(request, MultipartFingerprint.of(request));
			}
			return readBody(request, limit);
		}
		catch (IOException | ServletException | RuntimeException ex) {
			// The handler meets the same failure, and it is the one who answers it.
			return new KeyedRequest(request, null);
		}
	}

	private static KeyedRequest readBody(HttpServletRequest request, int limit) throws IOException {
		InputStream stream = request.getInputStream();
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		try {
			byte[] chunk = new byte[CHUNK];
			for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
				read.write(chunk, 0, count);
				if (read.size() > limit) {
					return partly(request, read, stream);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			return partly(request, read, new FailingInputStream(ex));
		}
		byte[] body = read.toByteArray();
		if (body.length == 0 && RereadableRequest.isForm(request)) {
			return new KeyedRequest(request, parsed(request.getParameterMap()));
		}
		return new KeyedRequest(RereadableRequest.of(request, body), new Sha256().add(body).end());
	}

	private static KeyedRequest partly(HttpServletRequest request, ByteArrayOutputStream read, InputStream rest) {
		InputStream body = new SequenceInputStream(new ByteArrayInputStream(read.toByteArray()), rest);
		return new KeyedRequest(RereadableRequest.of(request, body), null);
	}

	/** An earlier filter asked for a parameter, so the container has parsed the form. */
	private static String parsed(Map<String, String[]> parameters) {
		Sha256 digest = new Sha256();
		new TreeMap<>(parameters).forEach((name, values) -> {
			digest.add(name).add(Integer.toString(values.length));
			for (String value : values) {
				digest.add(value);
			}
		});
		return digest.end();
	}

}
