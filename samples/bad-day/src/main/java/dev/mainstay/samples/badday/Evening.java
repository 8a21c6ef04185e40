package dev.mainstay.samples.badday;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What the answers and the log of the whole day come to.
 */
final class Evening implements Scene {

	private static final Pattern INTERNALS = Pattern.compile(
			"java\\.(lang|util|math)\\.|org\\.springframework|dev\\.mainstay\\.samples|jdbc:|Exception|tools\\.jackson");

	@Override
	public String title() {
		return "the answers and the log of the day are read";
	}

	@Override
	public void play(Day day) {
		readAnswers(day);
		readLog(day);
		day.provider().reset();
		day.score().put(Row.TRACED, day.provider().traced());
	}

	private void readAnswers(Day day) {
		List<Answer> arrived = day.client().answers().stream().filter(Answer::arrived).toList();
		List<Answer> failed = arrived.stream().filter(Answer::failed).toList();
		day.score().put(Row.NOT_PROBLEM, count(failed, (answer) -> !answer.isProblem()));
		day.score().put(Row.NO_REQUEST_ID, count(failed, (answer) -> !namesItsRequest(answer)));
		day.score().put(Row.LEAKING, count(arrived, (answer) -> leaks(answer, day.secrets())));
		List<Answer> ofApi = arrived.stream().filter(Evening::isOfApi).toList();
		day.score().put(Row.NO_HEADERS, count(ofApi, (answer) -> !hasSecurityHeaders(answer)));
	}

	private void readLog(Day day) {
		List<String> lines = day.service().settledLines();
		LogAudit log = new LogAudit(lines);
		LogAudit ofDay = new LogAudit(lines.subList(day.firstLine(), lines.size()));
		Set<String> ids = new LinkedHashSet<>();
		day.client().answers().forEach((answer) -> {
			ids.add(answer.call().id());
			ids.add(answer.header("X-Request-Id"));
		});
		ids.remove("");
		day.score().put(Row.NOT_JSON, log.linesNotJson());
		day.score().put(Row.FORGED, log.forged(HostileInput.FORGED_LINE));
		day.score().put(Row.SECRETS, log.secrets(day.secrets()));
		day.score().put(Row.NO_ID, ofDay.requestEventsWithout(ids));
		day.score().put(Row.ACCESS_EVENTS, log.oneEventEach("mainstay.access", loggedIds(day)));
	}

	/**
	 * Returns the id that each request goes by in the log: a hostile one was replaced.
	 */
	private static List<String> loggedIds(Day day) {
		return day.client().answers().stream().map((answer) -> {
			String returned = answer.header("X-Request-Id");
			return returned.isEmpty() ? answer.call().id() : returned;
		}).toList();
	}

	private static Count count(List<Answer> answers, Predicate<Answer> predicate) {
		return Count.of(answers.stream().filter(predicate).count(), answers.size());
	}

	/**
	 * Whether the body carries the id that the client sent, or that it was given instead.
	 * WebFlux has a member of that name by itself, which numbers the requests of a
	 * connection.
	 */
	private static boolean namesItsRequest(Answer answer) {
		String id = Json.read(answer.body()).path("requestId").asString("");
		return !id.isEmpty() && (id.equals(answer.call().id()) || id.equals(answer.header("X-Request-Id")));
	}

	private static boolean leaks(Answer answer, Secrets secrets) {
		return secrets.occurrencesIn(answer.body()) > 0 || answer.failed() && INTERNALS.matcher(answer.body()).find();
	}

	private static boolean isOfApi(Answer answer) {
		return answer.failed() || answer.header("Content-Type").contains("json");
	}

	private static boolean hasSecurityHeaders(Answer answer) {
		return answer.header("X-Content-Type-Options").equals("nosniff")
				&& !answer.header("Content-Security-Policy").isEmpty();
	}

}
