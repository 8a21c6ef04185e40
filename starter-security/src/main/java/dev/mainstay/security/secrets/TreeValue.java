package dev.mainstay.security.secrets;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.env.ConfigTreePropertySource.Value;
import org.springframework.boot.origin.Origin;

/**
 * What a file of a config tree held when it was read, as text and as bytes. Immutable.
 */
final class TreeValue implements Value {

	private final @Nullable Origin origin;

	private final byte[] content;

	private final String text;

	TreeValue(@Nullable Origin origin, byte[] content) {
		this.origin = origin;
		this.content = content;
		this.text = withoutLastBreak(new String(content, Charset.defaultCharset()));
	}

	/** As Spring Boot does it, which leaves texts of several lines alone. */
	private static String withoutLastBreak(String text) {
		int first = text.indexOf('\n');
		if (first < 0 || first != text.length() - 1) {
			return text;
		}
		return text.substring(0, text.endsWith("\r\n") ? first - 1 : first);
	}

	@Nullable Origin origin() {
		return this.origin;
	}

	boolean isBlank() {
		return this.text.isBlank();
	}

	@Override
	public InputStream getInputStream() {
		return new ByteArrayInputStream(this.content);
	}

	@Override
	public int length() {
		return this.text.length();
	}

	@Override
	public char charAt(int index) {
		return this.text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return this.text.subSequence(start, end);
	}

	@Override
	public String toString() {
		return this.text;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof TreeValue value && Arrays.equals(this.content, value.content);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.content);
	}

}
