package dev.mainstay.tests.bad;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/**
 * A table that people read as well: a row a line, with bars between its cells. Empty
 * lines and those that begin with a hash are for people alone.
 *
 * @param rows the cells of the rows
 */
record Table(List<List<String>> rows) {

	static Table of(String file) {
		try {
			String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
			return new Table(text.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Set<String> column(int index) {
		return this.rows.stream().map((row) -> row.get(index)).collect(Collectors.toCollection(TreeSet::new));
	}

}
