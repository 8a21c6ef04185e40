package dev.mainstay.resilience.idempotency.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.mainstay.resilience.idempotency.Sha256;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reduces a document to bytes that are the same for the same content. An array or object
 * becomes the digest of what is in it, so that every byte is digested once, however deep
 * it stands; a depth is refused by the parser. Not thread-safe.
 */
final class CanonicalJson {

	private static final Comparator<Member> BY_NAME = Comparator.comparing(Member::name);

	private final JsonParser parser;

	CanonicalJson(JsonParser parser) {
		this.parser = parser;
	}

	/** The value at whose first token the parser stands. */
	byte[] value() {
		JsonToken token = this.parser.currentToken();
		return switch (token) {
			case START_OBJECT -> object();
			case START_ARRAY -> array();
			case VALUE_STRING -> bytes('s', wellFormed(this.parser.getString()));
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
				bytes('n', ExactNumber.parse(this.parser.getString()).toString());
			case VALUE_TRUE -> bytes('t', "");
			case VALUE_FALSE -> bytes('f', "");
			case VALUE_NULL -> bytes('0', "");
			default -> throw new AmbiguousJsonException();
		};
	}

	private byte[] object() {
		List<Member> members = new ArrayList<>();
		while (this.parser.nextToken() != JsonToken.END_OBJECT) {
			String name = wellFormed(this.parser.currentName());
			this.parser.nextToken();
			members.add(new Member(name, value()));
		}
		members.sort(BY_NAME);
		Sha256 digest = new Sha256();
		for (int i = 0; i < members.size(); i++) {
			Member member = members.get(i);
			if (i > 0 && member.name().equals(members.get(i - 1).name())) {
				throw new AmbiguousJsonException();
			}
			digest.add(member.name()).add(member.value());
		}
		return bytes('{', digest.end());
	}

	private byte[] array() {
		Sha256 digest = new Sha256();
		while (this.parser.nextToken() != JsonToken.END_ARRAY) {
			digest.add(value());
		}
		return bytes('[', digest.end());
	}

	/** Half of a surrogate pair has no bytes in UTF-8 that are its own. */
	private static String wellFormed(String text) {
		for (int i = 0; i < text.length(); i++) {
			char one = text.charAt(i);
			if (Character.isSurrogate(one)) {
				if (Character.isLowSurrogate(one) || i + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(++i))) {
					throw new AmbiguousJsonException();
				}
			}
		}
		return text;
	}

	private static byte[] bytes(char type, String text) {
		byte[] content = text.getBytes(StandardCharsets.UTF_8);
		byte[] bytes = Arrays.copyOf(content, content.length + 1);
		bytes[content.length] = (byte) type;
		return bytes;
	}

	/**
	 * A member of an object.
	 *
	 * @param name the name
	 * @param value the bytes that its value was reduced to
	 */
	private record Member(String name, byte[] value) {

	}

}
