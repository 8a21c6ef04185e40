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

	/** No part is larger, or is made for more. */
	private static final int MAX_PART = 8192;

	private final InputStream body;

	/** All but the last one are full. */
	private final List<byte[]> parts = new ArrayList<>(2);

	/** How much of the last part is used. */
	private int used;

	/** The part that is read next, and the place in it. */
	private int part;

	private int place;

	RememberedBody(InputStream body) {
		this.body = body;
	}

	void rewind() {
		this.part = 0;
		this.place = 0;
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
		int known = known();
		if (known > 0) {
			int read = Math.min(length, known);
			System.arraycopy(this.parts.get(this.part), this.place, target, offset, read);
			this.place += read;
			return read;
		}
		int read = this.body.read(target, offset, length);
		for (int done = 0; done < read;) {
			done += remember(target, offset + done, read - done);
		}
		return read;
	}

	/** How much can be read of the part that is read next, or of the one behind it. */
	private int known() {
		int last = this.parts.size() - 1;
		if (this.part < last && this.place == this.parts.get(this.part).length) {
			this.part++;
			this.place = 0;
		}
		int end = (this.part < last) ? this.parts.get(this.part).length : this.used;
		return end - this.place;
	}

	private int remember(byte[] source, int offset, int length) {
		int last = this.parts.size() - 1;
		if (last < 0 || this.used == this.parts.get(last).length) {
			this.parts.add(new byte[partLength(length)]);
			this.used = 0;
			last++;
		}
		byte[] end = this.parts.get(last);
		int copied = Math.min(length, end.length - this.used);
		System.arraycopy(source, offset, end, this.used, copied);
		this.used += copied;
		this.part = last;
		this.place = this.used;
		return copied;
	}

	/**
	 * A small body comes at once. One that comes in drops does not get a part for each.
	 */
	private int partLength(int read) {
		int wanted = this.parts.isEmpty() ? read : Math.max(read, this.parts.size() * 512);
		return Math.min(wanted, MAX_PART);
	}

	@Override
	public int available() throws IOException {
		int known = known();
		return (known > 0) ? known : this.body.available();
	}

}
