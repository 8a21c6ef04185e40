package dev.mainstay.resilience.idempotency.reactive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.mainstay.resilience.idempotency.BodyFingerprint;
import dev.mainstay.resilience.idempotency.Sha256;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * The fingerprint of a body. In a multipart body, the boundary is left out, which a
 * client chooses afresh for each attempt; by its definition it occurs nowhere else in the
 * body.
 */
final class BoundaryFreeDigest {

	private BoundaryFreeDigest() {
	}

	static String of(byte[] body, HttpHeaders headers, BodyFingerprint otherwise) {
		String boundary = boundary(headers);
		if (boundary == null) {
			return otherwise.of(body, headers.getFirst(HttpHeaders.CONTENT_TYPE));
		}
		byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
		Sha256 digest = new Sha256();
		int from = 0;
		for (int at = indexOf(body, delimiter, 0); at >= 0; at = indexOf(body, delimiter, from)) {
			digest.add(Arrays.copyOfRange(body, from, at));
			from = at + delimiter.length;
		}
		return digest.add(Arrays.copyOfRange(body, from, body.length)).end();
	}

	private static @Nullable String boundary(HttpHeaders headers) {
		try {
			MediaType type = headers.getContentType();
			String boundary = (type != null && "multipart".equals(type.getType())) ? type.getParameter("boundary")
					: null;
			return (boundary != null) ? boundary.replace("\"", "") : null;
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

	private static int indexOf(byte[] body, byte[] delimiter, int from) {
		for (int i = from; i <= body.length - delimiter.length; i++) {
			if (Arrays.equals(body, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
				return i;
			}
		}
		return -1;
	}

}
