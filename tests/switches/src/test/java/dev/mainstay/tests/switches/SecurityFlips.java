package dev.mainstay.tests.switches;

import java.util.List;

import static dev.mainstay.tests.switches.Service.has;
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
		return List.of(
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
				Flip.of("security.management.enabled", "false", (it) -> status(it.get("/actuator/mainstay")), "200",
						"404"),
				Flip.of("security.management.loopback", "false", (it) -> status(it.get(SCRAPE)), "200", "401"),
				Flip.of("security.management.scrape-from", "127.0.0.0/8", (it) -> status(it.get(SCRAPE)), "401", "200")
					.given(NO_LOOPBACK),
				Flip.of("security.management.token", TOKEN,
						(it) -> status(it.get(SCRAPE, "Authorization", "Bearer " + TOKEN)), "401", "200")
					.given(NO_LOOPBACK));
	}

}
