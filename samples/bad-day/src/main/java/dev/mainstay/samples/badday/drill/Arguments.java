package dev.mainstay.samples.badday.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line asks for.
 *
 * @param target the URL of the service
 * @param allowed the hosts that may be drilled beside this machine
 * @param routes the routes of the service
 * @param writable those that may be carried out
 * @param slow the route whose dependency is slow, if there is one
 * @param hang the port on which a dependency hangs, 0 for none
 * @param headers what all requests carry
 * @param answers the file that all answers are written to, or empty
 * @param check whether a row that is not as it must be is a failure
 */
record Arguments(String target, Set<String> allowed, List<Route> routes, List<Route> writable, List<Route> slow,
		int hang, Map<String, String> headers, String answers, boolean check) {

	static final String USAGE = """
			Usage: ./demo --target URL --routes ROUTES [--writable NAMES] [--slow ROUTE [--hang PORT]]
			              [--allow HOST] [--header 'NAME: VALUE'] [--answers FILE] [--check]

			  --target    the service, on this machine: http://localhost:8080
			  --routes    GET:/orders/1,POST:/orders:{"item":"a"} or @FILE with a route in each line
			  --writable  which of these may be carried out, up to 9 times each: POST:/orders
			  --slow      a route whose dependency is slow or hangs while the drill lasts: GET:/payments/1/status
			  --hang      the port of 127.0.0.1 on which the drill plays that dependency, and never answers
			  --allow     a host of yours that is not this machine, as it stands in the URL
			  --header    what every request carries, for instance a test user's Authorization
			  --answers   a file for all that was answered, to see behind a number
			  --check     exit with 1 when a row is not as it must be""";

	private static final Set<String> VALUED = Set.of("--target", "--routes", "--writable", "--slow", "--hang",
			"--allow", "--header", "--answers", "--samples");

	private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]+):\\s*([ -~]*)");

	private static final Set<String> OWN_HEADERS = Set.of("host", "content-length", "transfer-encoding", "connection",
			"x-request-id", "idempotency-key");

	static Arguments parse(String... arguments) {
		CommandLine line = CommandLine.parse(VALUED, Set.of("--check"), arguments);
		List<Route> routes = routes("--routes", line.one("--routes"));
		List<Route> slow = line.has("--slow") ? routes("--slow", line.one("--slow")) : List.of();
		if (slow.size() > 1 || !slow.stream().allMatch((route) -> route.method().equals("GET"))) {
			throw new IllegalArgumentException("--slow: name one route, and one that is a GET");
		}
		if (line.has("--hang") && slow.isEmpty()) {
			throw new IllegalArgumentException("--hang: name the route that asks this dependency by --slow");
		}
		Set<String> allowed = line.all("--allow").stream().map(Arguments::host).collect(Collectors.toSet());
		return new Arguments(line.one("--target"), allowed, routes, writable(line, routes), slow, port(line),
				headers(line), line.has("--answers") ? line.one("--answers") : "", line.has("--check"));
	}

	/**
	 * Returns a path for what has to do with no route in particular: that of a read, if
	 * there is one.
	 */
	String anyPath() {
		return this.routes.stream()
			.filter((route) -> route.method().equals("GET"))
			.findFirst()
			.map(Route::path)
			.orElse("/no-such-route-of-the-drill");
	}

	private static List<Route> routes(String option, String value) {
		if (!value.startsWith("@")) {
			return Route.inLine(option, value);
		}
		List<Route> routes;
		try (Stream<String> lines = Files.lines(Path.of(value.substring(1)))) {
			routes = Route.inLines(option, lines);
		}
		catch (IOException | UncheckedIOException | InvalidPathException ex) {
			throw new IllegalArgumentException(
					option + ": the file " + value.substring(1) + " cannot be read as UTF-8");
		}
		if (routes.isEmpty()) {
			throw new IllegalArgumentException(option + ": there is no route in the file " + value.substring(1));
		}
		return routes;
	}

	private static List<Route> writable(CommandLine line, List<Route> routes) {
		return line.all("--writable")
			.stream()
			.flatMap((names) -> Arrays.stream(names.split(",")))
			.map((name) -> routes.stream()
				.filter((route) -> route.name().equals(name.strip()) && !route.body().isEmpty())
				.findFirst()
				.orElseThrow(() -> new IllegalArgumentException("--writable: '" + name
						+ "' is no route with a body that --routes names; those are "
						+ routes.stream().filter((route) -> !route.body().isEmpty()).map(Route::name).toList())))
			.toList();
	}

	private static int port(CommandLine line) {
		if (!line.has("--hang")) {
			return 0;
		}
		String value = line.one("--hang");
		if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > 65_535) {
			throw new IllegalArgumentException("--hang: '" + value + "' is no port");
		}
		return Integer.parseInt(value);
	}

	private static String host(String value) {
		if (!value.matches("[A-Za-z0-9.:-]+") || value.chars().filter((character) -> character == ':').count() == 1) {
			throw new IllegalArgumentException("--allow: '" + value
					+ "' is no host; write it as it stands in the URL, without scheme, port and brackets");
		}
		return value.toLowerCase(Locale.ROOT);
	}

	private static Map<String, String> headers(CommandLine line) {
		Map<String, String> headers = new LinkedHashMap<>();
		for (String value : line.all("--header")) {
			Matcher header = HEADER.matcher(value);
			if (!header.matches()) {
				throw new IllegalArgumentException("--header: write it as 'Name: value', in one line of ASCII");
			}
			if (OWN_HEADERS.contains(header.group(1).toLowerCase(Locale.ROOT))) {
				throw new IllegalArgumentException("--header: " + header.group(1) + " is set by the drill itself");
			}
			headers.put(header.group(1), header.group(2));
		}
		return headers;
	}

}
