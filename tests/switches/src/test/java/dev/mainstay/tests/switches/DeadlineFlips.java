package dev.mainstay.tests.switches;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The properties of deadlines.
 */
final class DeadlineFlips {

	private static final Pattern STATE = Pattern.compile("\"name\":\"deadline\",\"state\":\"([a-z-]+)\"");

	private static final String TRUSTED = "mainstay.trusted-proxies=127.0.0.1";

	private static final String ENFORCED = "mainstay.deadline.expired=enforce";

	private DeadlineFlips() {
	}

	static List<Flip> all() {
		return List.of(
				Flip.of("deadline.enabled", "false", DeadlineFlips::late, "deadline-exceeded", "200")
					.given(TRUSTED, ENFORCED),
				Flip.of("deadline.header", "X-Patience", DeadlineFlips::late, "deadline-exceeded", "200")
					.given(TRUSTED, ENFORCED),
				Flip.of("deadline.expired", "enforce", DeadlineFlips::late, "200", "deadline-exceeded").given(TRUSTED),
				Flip.of("deadline.default", "30s", DeadlineFlips::state, "not-applicable", "on"));
	}

	private static String late(Service service) {
		HttpResponse<String> answer = service.get("/ok", "X-Request-Timeout-Ms", "0");
		return Service.code(answer);
	}

	private static String state(Service service) {
		Matcher state = STATE.matcher(service.get("/actuator/mainstay").body());
		return state.find() ? state.group(1) : "unknown";
	}

}
