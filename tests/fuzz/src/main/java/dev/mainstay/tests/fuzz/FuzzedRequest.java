package dev.mainstay.tests.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/**
 * Makes a request of what the fuzzer gives: of its bytes alone, or of one that the
 * service takes, with some of its parts from elsewhere. The less the fuzzer gives, the
 * better is the request.
 */
final class FuzzedRequest {

	private final FuzzedDataProvider data;

	private final StringBuilder head = new StringBuilder();

	private FuzzedRequest(FuzzedDataProvider data) {
		this.data = data;
	}

	static byte[] of(FuzzedDataProvider data) {
		return (data.consumeInt(0, 9) == 9) ? data.consumeRemainingAsBytes() : new FuzzedRequest(data).bytes();
	}

	private byte[] bytes() {
		Operation operation = this.data.pickValue(Operation.ALL);
		this.head.append(part(operation.method(), Vocabulary.METHODS))
			.append(' ')
			.append(target(operation))
			.append(rarely() ? text(12) : " HTTP/1.1")
			.append("\r\n");
		if (!rarely()) {
			this.head.append("Host: localhost\r\n");
		}
		for (int more = this.data.consumeInt(0, 4); more > 0; more--) {
			this.head.append(part(this.data.pickValue(Vocabulary.NAMES), List.of()))
				.append(": ")
				.append(part(this.data.pickValue(Vocabulary.VALUES), List.of()))
				.append("\r\n");
		}
		return withBody(part(operation.type(), Vocabulary.TYPES), body(operation).getBytes(StandardCharsets.UTF_8));
	}

	private String target(Operation operation) {
		StringBuilder target = new StringBuilder(part(operation.target(), Vocabulary.TARGETS));
		for (int more = this.data.consumeInt(0, 3); more > 0; more--) {
			target.append((target.indexOf("?") < 0) ? '?' : '&')
				.append(part(this.data.pickValue(Vocabulary.QUERY), List.of()))
				.append('=')
				.append(part(this.data.pickValue(Vocabulary.QUERY), List.of()));
		}
		return target.toString();
	}

	private String body(Operation operation) {
		StringBuilder body = new StringBuilder(part(operation.body(), Vocabulary.BODIES));
		for (int more = this.data.consumeInt(0, 6); more > 0; more--) {
			int at = this.data.consumeInt(0, body.length());
			int end = this.data.consumeInt(at, Math.min(body.length(), at + 8));
			body.replace(at, end, rarely() ? text(8) : this.data.pickValue(Vocabulary.PIECES));
		}
		return body.toString();
	}

	private byte[] withBody(String type, byte[] body) {
		if (!type.isEmpty()) {
			this.head.append("Content-Type: ").append(type).append("\r\n");
		}
		if (body.length > 0 && rarely()) {
			this.head.append("Transfer-Encoding: chunked\r\n\r\n")
				.append(Integer.toHexString(body.length))
				.append("\r\n");
			return join(bytes(this.head), body, bytes(rarely() ? text(8) : "\r\n0\r\n\r\n"));
		}
		if (body.length > 0 && !rarely()) {
			this.head.append("Content-Length: ").append(body.length).append("\r\n");
		}
		return join(bytes(this.head.append("\r\n")), body);
	}

	/** What belongs there, or what also might, or what nobody would write. */
	private String part(String good, List<String> others) {
		if (!rarely()) {
			return good;
		}
		return (others.isEmpty() || this.data.consumeBoolean()) ? text(24) : this.data.pickValue(others);
	}

	/** Never when the fuzzer has no more to give. */
	private boolean rarely() {
		return this.data.consumeInt(0, 7) == 7;
	}

	private String text(int length) {
		return this.data.consumeString(length);
	}

	private static byte[] bytes(CharSequence text) {
		return text.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] join(byte[]... parts) {
		int length = Arrays.stream(parts).mapToInt((part) -> part.length).sum();
		byte[] all = Arrays.copyOf(parts[0], length);
		int at = parts[0].length;
		for (byte[] part : Arrays.copyOfRange(parts, 1, parts.length)) {
			System.arraycopy(part, 0, all, at, part.length);
			at += part.length;
		}
		return all;
	}

}
