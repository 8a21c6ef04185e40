package dev.mainstay.core.validation.json.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A body that can be read again from its beginning. Remembers what has been read of it,
 * and reads no more than it is asked for. Closing it closes nothing.
 */
final class RememberedBody extends InputStream {

	private static final int FIRST = 8192;

	/** A length that is merely declared must not cost much. */
	private static final int MAX_FIRST = 65536;

	private final InputStream body;

	private byte[] bytes;

	private int known;

	private int position;

	RememberedBody(InputStream body, long length) {
		this.body = body;
		this.bytes = new byte[(length > 0) ? (int) Math.min(length, MAX_FIRST) : FIRST];
	}

	void rewind() {
		this.position = 0;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) == 1) ? one[0] & 0xFF : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (this.position == this.known) {
			int read = this.body.read(target, offset, length);
			if (read > 0) {
				remember(target, offset, read);
			}
			return read;
		}
		int read = Math.min(length, this.known - this.position);
		System.arraycopy(this.bytes, this.position, target, offset, read);
		this.position += read;
		return read;
	}

	private void remember(byte[] source, int offset, int length) {
		int needed = this.known + length;
		if (needed > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(needed, this.bytes.length * 2));
		}
		System.arraycopy(source, offset, this.bytes, this.known, length);
		this.known = needed;
		this.position = needed;
	}

	@Override
	public int available() throws IOException {
		return (this.position < this.known) ? this.known - this.position : this.body.available();
	}

}
