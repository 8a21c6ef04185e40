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
	 * Find out whether there is a place for what is to be measured, before it is.
	 * @param page where it is
	 * @param command by which command
	 * @throws IOException if the page cannot be read or written, or has no marks
	 */
	static void check(Path page, String command) throws IOException {
		beginOf(Files.readString(page), page, command);
		if (!Files.isWritable(page)) {
			throw new IOException(page + " cannot be written");
		}
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
		int begin = beginOf(text, page, command);
		Files.writeString(page,
				text.substring(0, begin) + "\n" + part + "\n" + text.substring(text.indexOf(END, begin)));
	}

	private static int beginOf(String text, Path page, String command) throws IOException {
		String mark = BEGIN.formatted(command);
		int begin = text.indexOf(mark);
		if (begin < 0 || text.indexOf(END, begin) < 0) {
			throw new IOException("%s has no place for the tables of %s".formatted(page, command));
		}
		return begin + mark.length();
	}

}
