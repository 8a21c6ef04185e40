package dev.mainstay.tests.harness.dayone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.mainstay.tests.harness.Answer;

/**
 * One difference between the answers to a request.
 *
 * @param request the number of the request, from 1
 * @param what the status, the body or the name of a header
 * @param before what it was, empty if absent
 * @param after what it is, empty if absent
 */
public record Difference(int request, String what, String before, String after) {

	public static final String STATUS = "status";

	public static final String BODY = "body";

	static List<Difference> between(List<Answer> before, List<Answer> after) {
		List<Difference> differences = new ArrayList<>();
		for (int i = 0; i < before.size(); i++) {
			between(i + 1, before.get(i), after.get(i), differences);
		}
		return differences;
	}

	boolean isAtAPlaceOf(List<Difference> others) {
		return others.stream().anyMatch((it) -> this.request == it.request && this.what.equals(it.what));
	}

	private static void between(int request, Answer before, Answer after, List<Difference> differences) {
		add(differences, request, STATUS, String.valueOf(before.status()), String.valueOf(after.status()));
		TreeSet<String> names = new TreeSet<>(before.headers().keySet());
		names.addAll(after.headers().keySet());
		for (String name : names) {
			add(differences, request, name, value(before.headers(), name), value(after.headers(), name));
		}
		add(differences, request, BODY, before.body(), after.body());
	}

	private static String value(Map<String, String> headers, String name) {
		return headers.getOrDefault(name, "");
	}

	private static void add(List<Difference> differences, int request, String what, String before, String after) {
		if (!Objects.equals(before, after)) {
			differences.add(new Difference(request, what, before, after));
		}
	}

}
