package dev.mainstay.samples.badday.drill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads an answer of HTTP/1.1, and as much as there is when it ends early.
 */
final class ReplyReader {

	private static final int MOST = 1024 * 1024;

	private final InputStream in;

	ReplyReader(InputStream in) {
		this.in = in;
	}

	/**
	 * Returns the answer, or {@link Reply#NONE} when none came, or none of HTTP.
	 */
	Reply read() {
		try {
			String line = line();
			while (line.matches("HTTP/1\\.[01] 1\\d\\d.*")) {
				headers();
				line = line();
			}
			if (!line.matches("HTTP/1\\.[01] [2-5]\\d\\d.*")) {
				return Reply.NONE;
			}
			Map<String, String> headers = headers();
			return new Reply(Integer.parseInt(line.substring(9, 12)), headers, body(headers));
		}
		catch (IOException ex) {
			return Reply.NONE;
		}
	}

	private Map<String, String> headers() throws IOException {
		Map<String, String> headers = new TreeMap<>();
		for (String line = line(); !line.isEmpty(); line = line()) {
			String[] parts = line.split(":", 2);
			headers.putIfAbsent(parts[0].strip().toLowerCase(Locale.ROOT), (parts.length > 1) ? parts[1].strip() : "");
		}
		return headers;
	}

	private String body(Map<String, String> headers) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		try {
			if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
				int size = chunk();
				while (size > 0 && body.size() < MOST) {
					body.write(this.in.readNBytes(Math.min(size, MOST)));
					line();
					size = chunk();
				}
			}
			else {
				String length = headers.getOrDefault("content-length", "");
				body.write(this.in.readNBytes(length.matches("\\d{1,6}") ? Integer.parseInt(length) : MOST));
			}
		}
		catch (IOException | NumberFormatException ex) {
			// What came before stands.
		}
		return body.toString(StandardCharsets.UTF_8);
	}

	private int chunk() throws IOException {
		return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
	}

	private String line() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		int next = this.in.read();
		while (next != '\n') {
			if (next < 0 || line.size() > MOST) {
				throw new IOException("The answer ended within a line");
			}
			line.write(next);
			next = this.in.read();
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

}
