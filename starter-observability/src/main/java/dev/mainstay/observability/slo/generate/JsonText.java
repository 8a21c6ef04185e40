package dev.mainstay.observability.slo.generate;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes a document as JSON that reads well in a diff: one value for each line.
 */
final class JsonText {

	static final Object NULL = new Object() {

		@Override
		public String toString() {
			return "null";
		}

	};

	private final StringBuilder text = new StringBuilder();

	private JsonText() {
	}

	static String of(Fields document) {
		JsonText json = new JsonText();
		json.append(document, 0);
		return json.text.append('\n').toString();
	}

	private void append(Object value, int depth) {
		if (value instanceof Fields fields) {
			append(fields, depth);
		}
		else if (value instanceof List<?> list) {
			append(list, depth);
		}
		else if (value instanceof String string) {
			this.text.append(Quotes.inDouble(string));
		}
		else {
			this.text.append(value);
		}
	}

	private void append(Fields fields, int depth) {
		Iterator<Map.Entry<String, Object>> entries = fields.entries().entrySet().iterator();
		this.text.append('{');
		while (entries.hasNext()) {
			Map.Entry<String, Object> entry = entries.next();
			startLine(depth + 1);
			this.text.append(Quotes.inDouble(entry.getKey())).append(": ");
			append(entry.getValue(), depth + 1);
			this.text.append(entries.hasNext() ? "," : "");
		}
		end('}', fields.entries().isEmpty(), depth);
	}

	private void append(List<?> list, int depth) {
		this.text.append('[');
		for (int i = 0; i < list.size(); i++) {
			startLine(depth + 1);
			append(list.get(i), depth + 1);
			this.text.append((i < list.size() - 1) ? "," : "");
		}
		end(']', list.isEmpty(), depth);
	}

	private void end(char bracket, boolean empty, int depth) {
		if (!empty) {
			startLine(depth);
		}
		this.text.append(bracket);
	}

	private void startLine(int depth) {
		this.text.append('\n').append("  ".repeat(depth));
	}

}
