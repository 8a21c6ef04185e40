package dev.mainstay.resilience.idempotency.servlet;

import java.io.IOException;
import java.io.InputStream;

import dev.mainstay.resilience.idempotency.Sha256;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;

/**
 * The fingerprint of a multipart form: that of its parts in their order, whatever the
 * boundary between them. The container parses the parts, as it would for the handler, and
 * keeps them.
 */
final class MultipartFingerprint {

	private static final int CHUNK = 8192;

	private MultipartFingerprint() {
	}

	static boolean appliesTo(HttpServletRequest request) {
		String contentType = request.getContentType();
		return contentType != null && contentType.regionMatches(true, 0, "multipart/form-data", 0, 19);
	}

	static String of(HttpServletRequest request) throws IOException, ServletException {
		Sha256 digest = new Sha256();
		for (Part part : request.getParts()) {
			digest.add(part.getName())
				.add(part.getSubmittedFileName())
				.add(part.getContentType())
				.add(Long.toString(part.getSize()));
			add(digest, part);
		}
		return digest.end();
	}

	private static void add(Sha256 digest, Part part) throws IOException {
		byte[] chunk = new byte[CHUNK];
		try (InputStream content = part.getInputStream()) {
			for (int count = content.read(chunk); count >= 0; count = content.read(chunk)) {
				digest.addPiece(chunk, 0, count);
			}
		}
	}

}
