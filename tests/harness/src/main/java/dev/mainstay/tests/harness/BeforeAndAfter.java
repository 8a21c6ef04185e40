package dev.mainstay.tests.harness;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The answers of one application to the same requests, as it was without Mainstay on its
 * class path and as it is with it.
 *
 * @param before the answers without Mainstay
 * @param after the answers with it, but for the header fields that it announces to add
 * @param features what became of each feature, such as
 * {@code backed-off (logback-spring.xml)}, as the start block says it
 */
public record BeforeAndAfter(List<Answer> before, List<Answer> after, Map<String, String> features) {

	/**
	 * Start the application and compare.
	 * @param application its configuration class
	 * @param requests sends the requests
	 * @param hardened arguments for the application with Mainstay only
	 * @return the answers
	 */
	public static BeforeAndAfter of(Class<?> application, Function<Http, Stream<HttpResponse<String>>> requests,
			String... hardened) {
		return of(application, List.of(), requests, hardened);
	}

	/**
	 * Start the application and compare.
	 * @param application its configuration class
	 * @param arguments its own arguments, in all cases
	 * @param requests sends the requests
	 * @param hardened further arguments for the application with Mainstay only
	 * @return the answers
	 */
	public static BeforeAndAfter of(Class<?> application, List<String> arguments,
			Function<Http, Stream<HttpResponse<String>>> requests, String... hardened) {
		return of(application, arguments, requests, Set.of(), hardened);
	}

	/**
	 * Start the application without Mainstay, with it, and in between as on day one if
	 * Mainstay is configured: answers of day one may differ only as announced.
	 * @param application its configuration class
	 * @param arguments its own arguments, in all cases
	 * @param requests sends the requests
	 * @param announced requests that are announced to be answered otherwise on day one,
	 * such as {@code GET /actuator/mainstay}
	 * @param hardened further arguments for the application with Mainstay only
	 * @return the answers
	 */
	public static BeforeAndAfter of(Class<?> application, List<String> arguments,
			Function<Http, Stream<HttpResponse<String>>> requests, Set<String> announced, String... hardened) {
		Run run = new Run(application, arguments);
		List<Answer> before;
		try (WorldApplication bare = run.start(World.bare())) {
			before = requests.apply(bare.http()).map(Answer::of).toList();
		}
		if (hardened.length > 0) {
			try (WorldApplication dayOne = run.start(World.hardened())) {
				DayOneCheck.of(before, requests.apply(dayOne.http()).toList(), announced);
			}
		}
		try (WorldApplication running = run.start(World.hardened(), hardened)) {
			List<Answer> after = requests.apply(running.http()).map(Answer::of).toList();
			return new BeforeAndAfter(before, withoutAdditions(Additions.by(hardened), before, after),
					running.features());
		}
	}

	private static List<Answer> withoutAdditions(Additions additions, List<Answer> before, List<Answer> after) {
		List<Answer> left = new ArrayList<>();
		for (int i = 0; i < after.size(); i++) {
			left.add(additions.takenFrom(after.get(i), before.get(i)));
		}
		return left;
	}

	/**
	 * The answers that are neither what they were nor a problem where Spring Boot's own
	 * error handling has answered before.
	 * @return answers with Mainstay that nobody has announced
	 */
	public List<Answer> unexpected() {
		return unexpected(0, this.after.size());
	}

	/**
	 * The same for some of the requests, where others are announced to be answered
	 * otherwise.
	 * @param from the first one
	 * @param to the one after the last one
	 * @return answers with Mainstay that nobody has announced
	 */
	public List<Answer> unexpected(int from, int to) {
		List<Answer> unexpected = new ArrayList<>();
		for (int i = from; i < to; i++) {
			if (!this.after.get(i).isAnnouncedInPlaceOf(this.before.get(i))) {
				unexpected.add(this.after.get(i));
			}
		}
		return unexpected;
	}

	private record Run(Class<?> application, List<String> arguments) {

		WorldApplication start(World world, String... further) {
			return world.start(this.application,
					Stream.concat(this.arguments.stream(), Stream.of(further)).toArray(String[]::new));
		}

	}

}
