package dev.mainstay.resilience.idempotency.servlet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Map;
import java.util.TreeMap;

import dev.mainstay.resilience.idempotency.BodyFingerprint;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyProblem;
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
 * @param problem why there is no fingerprint, {@code null} if there is one
 */
record KeyedRequest(HttpServletRequest request, @Nullable String fingerprint, @Nullable IdempotencyProblem problem) {

	private static final int CHUNK = 8192;

	static KeyedRequest read(HttpServletRequest request, Idempotency idempotency) {
		int limit = idempotency.settings().maxRequestSize();
		if (request.getContentLengthLong() > limit && !MultipartFingerprint.appliesTo(request)) {
			return new KeyedRequest(request, null, IdempotencyProblem.BODY_TOO_LARGE);
		}
		try {
			if (MultipartFingerprint.appliesTo(request)) {
				return new KeyedRequest(request, MultipartFingerprint.of(request), null);
			}
			return readBody(request, limit, idempotency.terms().fingerprint());
		}
		catch (IOException | ServletException | RuntimeException ex) {
			// The handler meets the same failure, and it is the one who answers it.
			return new KeyedRequest(request, null,
					isLimit(ex) ? IdempotencyProblem.BODY_TOO_LARGE : IdempotencyProblem.BODY_UNREADABLE);
		}
	}

	/** The containers have types of their own for a limit on parts. */
	private static boolean isLimit(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause.getClass().getSimpleName().contains("SizeLimit")) {
				return true;
			}
		}
		return false;
	}

	private static KeyedRequest readBody(HttpServletRequest request, int limit, BodyFingerprint fingerprint)
			throws IOException {
		InputStream stream = request.getInputStream();
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		try {
			byte[] chunk = new byte[chunkFor(request.getContentLengthLong())];
			for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
				read.write(chunk, 0, count);
				if (read.size() > limit) {
					return partly(request, read, stream, IdempotencyProblem.BODY_TOO_LARGE);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			return partly(request, read, new FailingInputStream(ex), IdempotencyProblem.BODY_UNREADABLE);
		}
		byte[] body = read.toByteArray();
		if (body.length == 0 && RereadableRequest.isForm(request)) {
			return new KeyedRequest(request, parsed(request.getParameterMap()), null);
		}
		return new KeyedRequest(RereadableRequest.of(request, body), fingerprint.of(body, request.getContentType()),
				null);
	}

	/** Room for what is declared and for its end, but never more for declaring more. */
	private static int chunkFor(long declared) {
		return (declared >= 0 && declared < CHUNK) ? (int) declared + 1 : CHUNK;
	}

	private static KeyedRequest partly(HttpServletRequest request, ByteArrayOutputStream read, InputStream rest,
			IdempotencyProblem problem) {
		InputStream body = new SequenceInputStream(new ByteArrayInputStream(read.toByteArray()), rest);
		return new KeyedRequest(RereadableRequest.of(request, body), null, problem);
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
