package dev.mainstay.core.validation.json.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;

/**
 * A body that can be read again from its beginning. Remembers what has been read of it in
 * as much memory as that takes, and reads no more than it is asked for. What is enough
 * for most bodies is taken from a pool, and has to be given back with {@link #recycle()}.
 * Closing it closes nothing.
 */
final class RememberedBody extends InputStream {

	private static final int PART = 8192;

	/**
	 * Not the one of the parsers, which take the same buffer of a recycler. More than
	 * this many are not kept, however many requests there are at once.
	 */
	private static final RecyclerPool<BufferRecycler> pool = JsonRecyclerPools.newBoundedPool(64);

	private final InputStream body;

	/** All but the last one are full. */
	private final List<byte[]> parts = new ArrayList<>(1);

	private @Nullable BufferRecycler recycler;

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
			this.parts.add((last < 0) ? pooled() : new byte[PART]);
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

	private byte[] pooled() {
		BufferRecycler acquired = pool.acquireAndLinkPooled();
		this.recycler = acquired;
		return acquired.allocByteBuffer(BufferRecycler.BYTE_READ_IO_BUFFER);
	}

	/** Called when nothing will be read any more. */
	void recycle() {
		BufferRecycler acquired = this.recycler;
		if (acquired != null) {
			this.recycler = null;
			acquired.releaseByteBuffer(BufferRecycler.BYTE_READ_IO_BUFFER, this.parts.get(0));
			acquired.releaseToPool();
			this.parts.clear();
			this.used = 0;
			rewind();
		}
	}

	@Override
	public int available() throws IOException {
		int known = known();
		return (known > 0) ? known : this.body.available();
	}

}
