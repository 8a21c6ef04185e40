package dev.mainstay.observability.logging;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.JsonGeneratorDelegate;

/**
 * All names and texts of a line pass through here: they are made {@link WellFormed}, and
 * noted. What it does not override is not noted, and a line with it has to be read.
 */
final class LineGenerator extends JsonGeneratorDelegate {

	private final LineNotes unread = new LineNotes(false);

	/**
	 * Those of a line belong to the thread that writes it, as another may write the next.
	 */
	private LineNotes notes = this.unread;

	LineGenerator(JsonGenerator delegate) {
		super(delegate);
	}

	@Override
	public JsonGenerator writeStartObject() {
		if (!this.notes.isOpen()) {
			this.notes = LastLine.begin(this.unread);
		}
		this.notes.startObject();
		return super.writeStartObject();
	}

	@Override
	public JsonGenerator writeEndObject() {
		super.writeEndObject();
		this.notes.endObject();
		if (!this.notes.isOpen()) {
			this.notes = this.unread;
		}
		return this;
	}

	@Override
	public JsonGenerator writeStartArray() {
		this.notes.startArray();
		return super.writeStartArray();
	}

	@Override
	public JsonGenerator writeEndArray() {
		super.writeEndArray();
		this.notes.endArray();
		return this;
	}

	@Override
	public JsonGenerator writeName(String name) {
		String written = WellFormed.of(name);
		this.notes.name(written);
		return super.writeName(written);
	}

	@Override
	public JsonGenerator writeString(@Nullable String text) {
		String written = (text != null) ? WellFormed.of(text) : null;
		this.notes.value(written);
		return super.writeString(written);
	}

	@Override
	public JsonGenerator writeBoolean(boolean state) {
		this.notes.value(state);
		return super.writeBoolean(state);
	}

	@Override
	public JsonGenerator writePOJO(@Nullable Object value) {
		this.notes.value(value);
		return super.writePOJO(value);
	}

}
