package dev.mainstay.tests.switches;

import java.util.List;
import java.util.stream.Stream;

import static dev.mainstay.tests.switches.Service.code;
import static dev.mainstay.tests.switches.Service.has;
import static dev.mainstay.tests.switches.Service.header;
import static dev.mainstay.tests.switches.Service.status;

/**
 * The properties of the security starter.
 */
final class SecurityFlips {

	private static final String SCRAPE = "/actuator/prometheus";

	/** Built from parts, as no secret should stand in a file. */
	private static final String TOKEN = "token-".repeat(4);

	private static final String NO_LOOPBACK = "mainstay.security.management.loopback=false";

	private SecurityFlips() {
	}

	static List<Flip> all() {
		return Stream.of(headers(), browser()).flatMap(List::stream).toList();
	}

	private static List<Flip> browser() {
		return List.of(
				Flip.of("security.browser.enabled", "false", SecurityFlips::foreign, "csrf-rejected", "200")
					.given("mainstay.mode=enforce"),
				Flip.of("security.browser.cross-site", "enforce", SecurityFlips::foreign, "200", "csrf-rejected"),
				Flip.of("security.browser.trusted-origins", "https://partner.example", SecurityFlips::foreign,
						"csrf-rejected", "200")
					.given("mainstay.mode=enforce"),
				Flip.of("security.browser.cookies", "enforce", (it) -> header(it.get("/cookie"), "Set-Cookie"),
						"theme=dark", "theme=dark; SameSite=Lax"),
				Flip.of("security.browser.host-prefix", "true",
						(it) -> header(it.get("/session"), "Set-Cookie").replaceFirst("=.*", ""), "JSESSIONID",
						"__Host-JSESSIONID")
					.given("mainstay.security.headers.hsts=true"));
	}

	private static String foreign(Service service) {
		return code(service.post("/theme", "{}", "Cookie", "theme=dark", "Origin", "https://partner.example"));
	}

	private static List<Flip> headers() {
		return List.of(
				Flip.of("security.event.enabled", "false",
						(it) -> it.get(SCRAPE).body().contains("mainstay_security_events_total") ? "there" : "missing",
						"there", "missing"),
				Flip.of("security.headers.enabled", "false", (it) -> has(it.get("/ok"), "X-Content-Type-Options"),
						"there", "missing"),
				Flip.of("security.headers.html", "enforce", (it) -> has(it.get("/page"), "Content-Security-Policy"),
						"missing", "there"),
				Flip.of("security.headers.html-reported-only", "/page",
						(it) -> has(it.get("/page"), "Content-Security-Policy"), "there", "missing")
					.given("mainstay.security.headers.html=enforce"),
				Flip.of("security.headers.hsts", "true",
						(it) -> has(it.get("/ok", "X-Forwarded-Proto", "https"), "Strict-Transport-Security"),
						"missing", "there")
					.given("server.forward-headers-strategy=native"),
				Flip.of("security.secrets.enabled", "false", SecurityFlips::reloads, "there", "missing"),
				Flip.of("security.management.enabled", "false", (it) -> status(it.get("/actuator/mainstay")), "200",
						"404"),
				Flip.of("security.management.loopback", "false", (it) -> status(it.get(SCRAPE)), "200", "401"),
				Flip.of("security.management.scrape-from", "127.0.0.0/8", (it) -> status(it.get(SCRAPE)), "401", "200")
					.given(NO_LOOPBACK),
				Flip.of("security.management.token", TOKEN,
						(it) -> status(it.get(SCRAPE, "Authorization", "Bearer " + TOKEN)), "401", "200")
					.given(NO_LOOPBACK));
	}

	private static String reloads(Service service) {
		return service.get(SCRAPE).body().contains("mainstay_secrets_reloads_total") ? "there" : "missing";
	}

}
