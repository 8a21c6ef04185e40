package dev.mainstay.tests.switches;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import java.util.function.Function;

import static dev.mainstay.tests.switches.Service.code;
import static dev.mainstay.tests.switches.Service.has;
import static dev.mainstay.tests.switches.Service.header;

/**
 * The properties of the core starter.
 */
final class CoreFlips {

	private static final String JSON = "application/json";

	private static final String PROBLEM = "application/problem+json";

	private static final String ENFORCE = "mainstay.mode=enforce";

	private CoreFlips() {
	}

	static List<Flip> all() {
		return Stream.of(requests(), problems(), validation()).flatMap(List::stream).toList();
	}

	private static List<Flip> requests() {
		return List.of(Flip.of("enabled", "false", (it) -> has(it.get("/ok"), "X-Request-Id"), "there", "missing"),
				Flip.of("mode", "enforce", CoreFlips::withoutValid, "201", "validation-failed"),
				Flip.of("trusted-proxies", "127.0.0.1", CoreFlips::client, "127.0.0.1", "203.0.113.9"),
				Flip.of("request-id.enabled", "false", (it) -> has(it.get("/ok"), "X-Request-Id"), "there", "missing"),
				Flip.of("request-id.header", "X-Call-Id", (it) -> has(it.get("/ok"), "X-Call-Id"), "missing", "there"));
	}

	private static List<Flip> problems() {
		return List.of(
				Flip.of("problem.enabled", "false", (it) -> header(it.get("/failing"), "Content-Type"), PROBLEM, JSON),
				Flip.of("problem.boot-members", "false", (it) -> member(it, "\"timestamp\""), "there", "missing"),
				Flip.of("problem.type-base", "https://example.com/",
						(it) -> member(it, "\"https://example.com/not-found\""), "missing", "there"),
				Flip.of("problem.complete-problem-details", "false", (it) -> text(it.get("/gone"), "requestId"),
						"there", "missing"),
				Flip.of("problem.exceptions", "[java.lang.IllegalStateException].code=conflict",
						(it) -> code(it.get("/failing")), "internal-error", "conflict"),
				Flip.of("problem.rejected-values", "true",
						(it) -> text(it.post("/orders", Service.INVALID), "rejectedValue"), "missing", "there")
					.given(ENFORCE),
				Flip.of("problem.failure-reporter.enabled", "false",
						(it) -> it.logs("Failed GET /failing", () -> it.get("/failing")), "there", "missing"));
	}

	private static List<Flip> validation() {
		return List.of(
				Flip.of("validation.enabled", "false", CoreFlips::withoutValid, "validation-failed", "201")
					.given(ENFORCE),
				Flip.of("validation.strictness", "strict", CoreFlips::withoutValid, "201", "validation-failed"),
				Flip.of("validation.missing-valid", "enforce", CoreFlips::withoutValid, "201", "validation-failed"),
				Flip.of("validation.duplicate-parameters", "enforce", (it) -> code(it.get("/echo?text=a&text=b")),
						"200", "malformed-request"),
				Flip.of("validation.file-names", "enforce", CoreFlips::climbing, "200", "validation-failed"),
				paging("page-size", "enforce", "size=101"), paging("negative-page", "enforce", "page=-1"),
				paging("page-offset", "enforce", "page=501"), paging("sort-property", "enforce", "sort=password"),
				paging("paging.max-size", "10", "size=11").given(ENFORCE),
				paging("paging.max-offset", "19", "page=1").given(ENFORCE),
				paging("paging.max-sorts", "1", "sort=a&sort=b").given(ENFORCE));
	}

	private static String climbing(Service service) {
		return code(service.upload("../../x"));
	}

	private static Flip paging(String property, String value, String query) {
		return Flip.of("validation." + property, value, new Page(query), "200", "validation-failed");
	}

	private static String withoutValid(Service service) {
		return code(service.post("/orders", Service.INVALID));
	}

	private static String member(Service service, String text) {
		return text(service.get("/nowhere"), text);
	}

	private static String text(HttpResponse<String> answer, String text) {
		return answer.body().contains(text) ? "there" : "missing";
	}

	private static String client(Service service) {
		String line = service.line("mainstay.access",
				() -> service.get("/ok?client", "X-Forwarded-For", "203.0.113.9"));
		return line.replaceFirst(".*\"client.address\":\"([0-9.]+)\".*", "$1");
	}

	/** Asks for a page; equal to another that asks for the same. */
	private record Page(String query) implements Function<Service, String> {

		@Override
		public String apply(Service service) {
			return code(service.get("/pages?" + this.query));
		}

	}

}
