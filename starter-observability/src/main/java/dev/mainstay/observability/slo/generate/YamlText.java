package dev.mainstay.observability.slo.generate;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a document as YAML in block style. Names of fields are written as they are.
 */
final class YamlText {

	/** What is a text, and no number, in every version of YAML. */
	private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./:-]*[A-Za-z0-9_]|[0-9]+[mhd]");

	private static final Pattern RESERVED = Pattern.compile("(?i)true|false|null|yes|no|on|off");

	private final StringBuilder text = new StringBuilder();

	private YamlText() {
	}

	/**
	 * Write a document.
	 * @param comment what it is, one line for each
	 * @param document its fields
	 */
	static String of(List<String> comment, Fields document) {
		YamlText yaml = new YamlText();
		comment.forEach((line) -> yaml.text.append("# ").append(line).append('\n'));
		yaml.append(document, 0, false);
		return yaml.text.toString();
	}

	private void append(Fields fields, int depth, boolean lineHasBegun) {
		boolean begun = lineHasBegun;
		for (Map.Entry<String, Object> entry : fields.entries().entrySet()) {
			this.text.append(begun ? "" : "  ".repeat(depth)).append(entry.getKey()).append(':');
			appendValue(entry.getValue(), depth + 1);
			begun = false;
		}
	}

	private void appendValue(Object value, int depth) {
		if (value instanceof Fields fields) {
			this.text.append('\n');
			append(fields, depth, false);
		}
		else if (value instanceof List<?> list) {
			append(list, depth);
		}
		else {
			this.text.append(' ');
			appendScalar(value, depth);
		}
	}

	private void append(List<?> list, int depth) {
		this.text.append(list.isEmpty() ? " []\n" : "\n");
		for (Object item : list) {
			this.text.append("  ".repeat(depth)).append("- ");
			if (item instanceof Fields fields) {
				append(fields, depth + 1, true);
			}
			else {
				appendScalar(item, depth + 1);
			}
		}
	}

	private void appendScalar(Object value, int depth) {
		if (value instanceof String string && isOfLines(string)) {
			this.text.append('|');
			string.lines().forEach((line) -> this.text.append('\n').append("  ".repeat(depth)).append(line));
		}
		else if (value instanceof String string) {
			appendText(string);
		}
		else {
			this.text.append(value);
		}
		this.text.append('\n');
	}

	/** Several lines, none of which needs an escape, and the first is not indented. */
	private static boolean isOfLines(String string) {
		return string.endsWith("\n") && !string.startsWith(" ") && Quotes.isVisible(string.replace("\n", ""))
				&& string.lines().noneMatch(String::isBlank);
	}

	private void appendText(String string) {
		if (PLAIN.matcher(string).matches() && !RESERVED.matcher(string).matches()) {
			this.text.append(string);
		}
		else if (Quotes.isVisible(string)) {
			this.text.append('\'').append(string.replace("'", "''")).append('\'');
		}
		else {
			this.text.append(Quotes.inDouble(string));
		}
	}

}
