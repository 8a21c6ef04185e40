package dev.mainstay.tests.torture.idempotency;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all callers with one order were told of it. Thread-safe.
 */
final class Told {

	private final Order order;

	private final Set<String> answers = ConcurrentHashMap.newKeySet();

	/** Those that came from the store. */
	private final Set<String> replays = ConcurrentHashMap.newKeySet();

	/** What nobody should be told. */
	private final Set<String> others = ConcurrentHashMap.newKeySet();

	private volatile boolean unknown;

	private volatile Answer.Kind last = Answer.Kind.OTHER;

	Told(Order order) {
		this.order = order;
	}

	Order order() {
		return this.order;
	}

	void add(Answer answer) {
		this.last = answer.kind();
		if (answer.isDone()) {
			this.answers.add(answer.content());
			if (answer.kind() == Answer.Kind.REPLAYED) {
				this.replays.add(answer.content());
			}
		}
		else if (answer.kind() == Answer.Kind.OTHER) {
			this.others.add(answer.content());
		}
		else if (answer.kind() == Answer.Kind.UNKNOWN) {
			this.unknown = true;
		}
	}

	/** All answers that say that the order is done; they should be one. */
	Set<String> answers() {
		return this.answers;
	}

	Set<String> replays() {
		return this.replays;
	}

	Set<String> others() {
		return this.others;
	}

	/** Whether somebody was told that nobody knows. */
	boolean isUnknown() {
		return this.unknown;
	}

	/** The last that was told, in the end when all is over. */
	Answer.Kind last() {
		return this.last;
	}

	@Override
	public String toString() {
		return this.order + ", in the end " + this.last + (this.unknown ? ", once unknown" : "") + ", told "
				+ this.answers + this.others;
	}

}
