package dev.mainstay.observability.logging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is written into a line, for who would have to read it back otherwise: the fields
 * of the line and of its objects {@code context} and {@code attributes}, and the tags.
 * With anything else in it a line has to be read. Not thread-safe.
 */
final class LineNotes {

	/** Of a field: the object that it is in, its name and its value. */
	private static final int PARTS = 3;

	private static final int USUAL = 24 * PARTS;

	/** Beyond it none is held by every thread. */
	private static final int MOST = 128 * PARTS;

	private static final Object[] NONE = {};

	private static final String LINE = "";

	private Object[] fields = NONE;

	private int size;

	private int depth;

	/** Whether anybody is going to ask for them. */
	private final boolean asked;

	/** Whether everything could be noted so far, and is asked for. */
	private boolean complete;

	private String object = LINE;

	/** That of which the value is to follow. */
	private @Nullable String name;

	private @Nullable List<String> tags;

	LineNotes(boolean asked) {
		this.asked = asked;
	}

	/** Whether the line has begun and not ended. */
	boolean isOpen() {
		return this.depth > 0;
	}

	void startObject() {
		this.depth++;
		if (this.depth == 1) {
			forget();
			this.object = LINE;
			this.name = null;
			this.tags = null;
			this.complete = this.asked;
		}
		else if (this.complete) {
			enter(LogFields.CONTEXT.equals(this.name) || LogFields.ATTRIBUTES.equals(this.name));
		}
	}

	void endObject() {
		this.depth = Math.max(0, this.depth - 1);
		this.object = LINE;
		this.complete &= this.name == null;
		if (this.depth == 0) {
			end();
		}
	}

	private void end() {
		if (this.complete) {
			LastLine.written(this);
		}
		else if (this.asked) {
			LastLine.notWritten(this);
		}
	}

	void startArray() {
		this.depth++;
		if (this.complete) {
			this.tags = new ArrayList<>();
			enter(LogFields.TAGS.equals(this.name));
		}
	}

	void endArray() {
		this.depth--;
		this.object = LINE;
		if (this.complete && this.tags != null) {
			add(LogFields.TAGS, this.tags);
		}
		this.tags = null;
	}

	/** What is within another object or array is not noted. */
	private void enter(boolean known) {
		this.complete = known && this.depth == 2;
		this.object = String.valueOf(this.name);
		this.name = null;
	}

	void name(String name) {
		this.complete &= this.name == null;
		this.name = name;
	}

	/**
	 * Note a value. One that is written in any other way is missed when the next name
	 * comes, or the end.
	 */
	void value(@Nullable Object value) {
		if (!this.complete) {
			return;
		}
		String name = this.name;
		if (this.tags != null && value instanceof String tag) {
			this.tags.add(tag);
		}
		else if (name != null && value != null && isRead(value)) {
			add(name, value);
			this.name = null;
		}
		else {
			this.complete = false;
		}
	}

	private static boolean isRead(Object value) {
		return value instanceof String || value instanceof Boolean || NumberAsRead.isKnown(value);
	}

	private void add(String name, Object value) {
		if (this.size == this.fields.length) {
			this.fields = Arrays.copyOf(this.fields, Math.max(USUAL, 2 * this.size));
		}
		this.fields[this.size++] = this.object;
		this.fields[this.size++] = name;
		this.fields[this.size++] = value;
	}

	/**
	 * Hand all fields over, in the order in which they were written.
	 */
	void read(LineReader reader) {
		for (int i = 0; i < this.size; i += PARTS) {
			reader.field((String) this.fields[i], (String) this.fields[i + 1], NumberAsRead.of(this.fields[i + 2]));
		}
	}

	void forget() {
		Arrays.fill(this.fields, 0, this.size, null);
		this.size = 0;
		if (this.fields.length > MOST) {
			this.fields = NONE;
		}
	}

}
