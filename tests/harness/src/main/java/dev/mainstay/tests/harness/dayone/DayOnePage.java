package dev.mainstay.tests.harness.dayone;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The page that lists every difference with the switch that undoes it.
 */
public final class DayOnePage {

	private final String head;

	private final String rest;

	/**
	 * Create the page.
	 * @param head what is said first
	 * @param rest what is said last
	 */
	public DayOnePage(String head, String rest) {
		this.head = head;
		this.rest = rest;
	}

	/**
	 * Write the page.
	 * @param differences the differences by switch
	 * @return the page, in Markdown
	 */
	public String render(Map<UndoSwitch, List<Difference>> differences) {
		StringBuilder page = new StringBuilder(this.head);
		new TreeMap<>(differences).forEach((undo, some) -> {
			page.append("## `").append(undo.property()).append("`\n\n").append(undo.why()).append(".\n\n");
			page.append("| what | before | after | requests |\n| --- | --- | --- | --- |\n");
			rows(some).forEach((row, requests) -> page.append(row).append(requests).append(" |\n"));
			page.append('\n');
		});
		return page.append("## The requests\n\n").append(requests()).append(this.rest).toString();
	}

	private static Map<String, String> rows(List<Difference> differences) {
		return differences.stream()
			.collect(Collectors.groupingBy(DayOnePage::row, TreeMap::new, Collectors
				.collectingAndThen(Collectors.mapping(Difference::request, Collectors.toList()), DayOnePage::ranges)));
	}

	private static String ranges(List<Integer> requests) {
		StringBuilder ranges = new StringBuilder();
		for (int i = 0; i < requests.size();) {
			int end = i;
			while (end + 1 < requests.size() && requests.get(end + 1) == requests.get(end) + 1) {
				end++;
			}
			ranges.append(ranges.isEmpty() ? "" : ", ").append(requests.get(i));
			ranges.append((end > i) ? ((end > i + 1) ? "–" : ", ") + requests.get(end) : "");
			i = end + 1;
		}
		return ranges.toString();
	}

	private static String row(Difference difference) {
		boolean body = difference.what().equals(Difference.BODY);
		return "| " + (body ? "body" : difference.what()) + " | " + cell(difference.before()) + " | "
				+ cell(difference.after()) + " | ";
	}

	private static String cell(String value) {
		String line = value.replaceAll("\\s+", " ").strip();
		String shown = (line.length() > 400) ? line.substring(0, 400) + " …" : line;
		return shown.isEmpty() ? "" : "`" + shown.replace("|", "\\|").replace("`", "'") + "`";
	}

	private static String requests() {
		StringBuilder list = new StringBuilder();
		for (int i = 0; i < Requests.ALL.size(); i++) {
			list.append(i + 1).append(". `").append(Requests.ALL.get(i).title()).append("`\n");
		}
		return list.toString();
	}

}
