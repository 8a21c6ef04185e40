package dev.mainstay.tests.harness;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
	 * Start the application twice and compare.
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
	 * Start the application twice and compare.
	 * @param application its configuration class
	 * @param arguments its own arguments, in both cases
	 * @param requests sends the requests
	 * @param hardened further arguments for the application with Mainstay only
	 * @return the answers
	 */
	public static BeforeAndAfter of(Class<?> application, List<String> arguments,
			Function<Http, Stream<HttpResponse<String>>> requests, String... hardened) {
		List<Answer> before;
		try (WorldApplication bare = World.bare().start(application, arguments.toArray(String[]::new))) {
			before = requests.apply(bare.http()).map(Answer::of).toList();
		}
		String[] all = Stream.concat(arguments.stream(), Stream.of(hardened)).toArray(String[]::new);
		try (WorldApplication running = World.hardened().start(application, all)) {
			List<Answer> raw = requests.apply(running.http()).map(Answer::of).toList();
			List<Answer> after = new ArrayList<>();
			for (int i = 0; i < raw.size(); i++) {
				after.add(raw.get(i).withoutAdditionsTo(before.get(i)));
			}
			return new BeforeAndAfter(before, after, running.features());
		}
	}

	/**
	 * The answers that are neither what they were nor a problem where Spring Boot's own
	 * error handling has answered before.
	 * @return answers with Mainstay that nobody has announced
	 */
	public List<Answer> unexpected() {
		List<Answer> unexpected = new ArrayList<>(this.after);
		for (int i = this.after.size() - 1; i >= 0; i--) {
			Answer was = this.before.get(i);
			if (this.after.get(i).equals(was) || this.after.get(i).isProblemInPlaceOf(was)) {
				unexpected.remove(i);
			}
		}
		return unexpected;
	}

}
