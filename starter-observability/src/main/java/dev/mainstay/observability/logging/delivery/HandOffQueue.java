package dev.mainstay.observability.logging.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The lines that wait to be written, bounded in number and bytes. Where there is no room
 * for a warning or an error, the oldest lines below make it; only where none of them is
 * left is it dropped itself. Every line that is offered is either taken or dropped, and
 * only once, or refused once the queue is closed. Thread-safe.
 */
final class HandOffQueue {

	private record Entry(long order, EncodedEvent event) {
	}

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition filled = this.lock.newCondition();

	private final Condition done = this.lock.newCondition();

	private final Deque<Entry> lower = new ArrayDeque<>();

	private final Deque<Entry> important = new ArrayDeque<>();

	private final HandOffLimit limit;

	private final Consumer<EncodedEvent> dropped;

	private long order;

	private long bytes;

	private boolean writing;

	private boolean closed;

	HandOffQueue(HandOffLimit limit, Consumer<EncodedEvent> dropped) {
		this.limit = limit;
		this.dropped = dropped;
	}

	/** Whether the queue has dealt with it, which it does until it is closed. */
	boolean offer(EncodedEvent event) {
		this.lock.lock();
		try {
			if (this.closed) {
				return false;
			}
			if (!makeRoom(event)) {
				this.dropped.accept(event);
				return true;
			}
			(event.isImportant() ? this.important : this.lower).addLast(new Entry(this.order++, event));
			this.bytes += event.size();
			this.filled.signal();
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean makeRoom(EncodedEvent event) {
		if (event.size() > this.limit.bytes()) {
			return false;
		}
		while (!fits(event) && event.isImportant() && !this.lower.isEmpty()) {
			this.dropped.accept(removeFirst(this.lower));
		}
		return fits(event);
	}

	private boolean fits(EncodedEvent event) {
		return size() < this.limit.lines() && this.bytes + event.size() <= this.limit.bytes();
	}

	private int size() {
		return this.lower.size() + this.important.size();
	}

	private EncodedEvent removeFirst(Deque<Entry> entries) {
		EncodedEvent event = entries.removeFirst().event();
		this.bytes -= event.size();
		return event;
	}

	/**
	 * The oldest line, which counts as being written until the next call; {@code null} if
	 * there is none in time.
	 */
	@Nullable EncodedEvent next(Duration patience) throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			this.writing = false;
			long nanos = patience.toNanos();
			while (size() == 0) {
				this.done.signalAll();
				if (nanos <= 0) {
					return null;
				}
				nanos = this.filled.awaitNanos(nanos);
			}
			this.writing = true;
			return removeFirst(isLowerNext() ? this.lower : this.important);
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isLowerNext() {
		Entry first = this.lower.peekFirst();
		Entry other = this.important.peekFirst();
		return other == null || (first != null && first.order() < other.order());
	}

	/** Nothing more is taken. */
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Whether everything that was offered has been written, after waiting for it. */
	boolean awaitWritten(Duration patience) {
		boolean interrupted = Thread.interrupted();
		this.lock.lock();
		try {
			long nanos = patience.toNanos();
			while (size() > 0 || this.writing) {
				if (nanos <= 0) {
					return false;
				}
				nanos = this.done.awaitNanos(nanos);
			}
			return true;
		}
		catch (InterruptedException ex) {
			interrupted = true;
			return false;
		}
		finally {
			this.lock.unlock();
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** Take all that waits, to write it. */
	List<EncodedEvent> drain() {
		this.lock.lock();
		try {
			List<EncodedEvent> left = new ArrayList<>(size());
			while (size() > 0) {
				left.add(removeFirst(isLowerNext() ? this.lower : this.important));
			}
			this.done.signalAll();
			return left;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Drop all that is left. */
	void clear() {
		this.lock.lock();
		try {
			while (size() > 0) {
				this.dropped.accept(removeFirst(isLowerNext() ? this.lower : this.important));
			}
			this.done.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

}
