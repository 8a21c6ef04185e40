package dev.mainstay.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation, a part of which is written by this module.
 */
final class Page {

	private static final String BEGIN = "<!-- Written by %s: -->\n";

	private static final String END = "<!-- Until here. -->\n";

	private Page() {
	}

	/**
	 * Replace what is between the marks.
	 * @param page where it is
	 * @param command by which command
	 * @param part what is to be there
	 * @throws IOException if the page cannot be read or written, or has no marks
	 */
	static void replace(Path page, String command, String part) throws IOException {
		String text = Files.readString(page);
		String mark = BEGIN.formatted(command);
		int begin = text.indexOf(mark);
		int end = text.indexOf(END, Math.max(begin, 0));
		if (begin < 0 || end < 0) {
			throw new IOException(page + " has no place for the tables");
		}
		Files.writeString(page, text.substring(0, begin + mark.length()) + "\n" + part + "\n" + text.substring(end));
	}

}
