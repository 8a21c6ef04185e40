package dev.mainstay.core.validation.json.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A body that can be read again from its beginning. Remembers what has been read of it in
 * as much memory as that takes, and reads no more than it is asked for. Closing it closes
 * nothing.
 */
final class RememberedBody extends InputStream {

	private static final int MAX_PART = 8192;

	/** A part of a form may say that it is short, and not be. */
	private static final int MIN_PART = 512;

	/** For a body that does not say how long it is. */
	private static final int PART = 2048;

	private final InputStream body;

	private final int partLength;

	private final List<byte[]> parts = new ArrayList<>(1);

	private int known;

	private int position;

	RememberedBody(InputStream body, long length) {
		this.body = body;
		this.partLength = (length > 0) ? (int) Math.max(MIN_PART, Math.min(length, MAX_PART)) : PART;
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
			for (int done = 0; done < read;) {
				done += remember(target, offset + done, read - done);
			}
			return read;
		}
		int inPart = this.position % this.partLength;
		int read = Math.min(length, Math.min(this.known - this.position, this.partLength - inPart));
		System.arraycopy(this.parts.get(this.position / this.partLength), inPart, target, offset, read);
		this.position += read;
		return read;
	}

	private int remember(byte[] source, int offset, int length) {
		int inPart = this.known % this.partLength;
		if (inPart == 0) {
			this.parts.add(new byte[this.partLength]);
		}
		int copied = Math.min(length, this.partLength - inPart);
		System.arraycopy(source, offset, this.parts.get(this.known / this.partLength), inPart, copied);
		this.known += copied;
		this.position = this.known;
		return copied;
	}

	@Override
	public int available() throws IOException {
		return (this.position < this.known) ? this.known - this.position : this.body.available();
	}

}
