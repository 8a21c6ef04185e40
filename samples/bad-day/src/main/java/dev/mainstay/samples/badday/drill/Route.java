package dev.mainstay.samples.badday.drill;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A route of the service, as the user declared it.
 *
 * @param method the method
 * @param path the path, with a query if it needs one
 * @param body an example of a body in JSON, or empty
 */
record Route(String method, String path, String body) {

	private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

	private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");

	private static final Pattern FORM = Pattern.compile("([^:]*):([^:]*)(?::(.*))?", Pattern.DOTALL);

	/** A comma before the next route, not one inside of a body. */
	private static final Pattern BETWEEN = Pattern.compile(",(?=[A-Za-z]+:/)");

	private static final Pattern PATH = Pattern.compile("/[!-~&&[^#\"<>\\\\^`{|}]]*");

	/**
	 * Reads routes that stand in one line, such as {@code GET:/orders/1,POST:/orders:{}}.
	 * @param option the option to name when there is something wrong
	 */
	static List<Route> inLine(String option, String text) {
		return BETWEEN.splitAsStream(text).map((route) -> of(option, route.strip())).toList();
	}

	/**
	 * Reads routes that stand in a line each; empty ones and those that begin with
	 * {@code #} are left out.
	 */
	static List<Route> inLines(String option, Stream<String> lines) {
		return lines.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.map((line) -> of(option, line))
			.toList();
	}

	private static Route of(String option, String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			throw wrong(option, text, "is no route; write METHOD:/path or METHOD:/path:{\"json\":\"body\"}");
		}
		String body = (form.group(3) != null) ? form.group(3).strip() : "";
		Route route = new Route(form.group(1), form.group(2), body);
		if (!METHODS.contains(route.method)) {
			throw wrong(option, text,
					"has the method '" + route.method + "'; the drill knows GET, POST, PUT and PATCH");
		}
		if (!PATH.matcher(route.path).matches()) {
			throw wrong(option, text, "has the path '" + route.path
					+ "'; a path begins with / and has its special characters encoded, a space as %20, a colon as %3A");
		}
		if (!body.isEmpty() && !route.takesBody()) {
			throw wrong(option, text, "has a body, which a " + route.method + " has not");
		}
		if (!body.isEmpty() && !isJson(body)) {
			throw wrong(option, text, "has a body that is no JSON; in a shell, put the routes into single quotes");
		}
		return route;
	}

	boolean takesBody() {
		return WITH_BODY.contains(this.method);
	}

	/**
	 * Returns what a route is called by, without its body.
	 */
	String name() {
		return this.method + ":" + this.path;
	}

	private static boolean isJson(String text) {
		try {
			return !JsonMapper.shared().readTree(text).isMissingNode();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	private static IllegalArgumentException wrong(String option, String text, String why) {
		return new IllegalArgumentException(option + ": '" + text + "' " + why);
	}

}
