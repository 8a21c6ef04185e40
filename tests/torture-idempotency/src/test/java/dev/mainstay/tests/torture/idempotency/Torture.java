package dev.mainstay.tests.torture.idempotency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts two instances of the service, one of which has a pool without auto-commit, and
 * puts them under load and harm.
 *
 * @param servers what they keep their data in
 * @param seconds how long a run takes
 * @param kills how many are killed at least
 */
record Torture(Servers servers, int seconds, int kills) {

	static final Duration LEASE = Duration.ofSeconds(2);

	/**
	 * Run it.
	 * @param store the kind of store
	 * @param onAbandoned what is done with an operation whose owner was lost
	 * @param more further arguments
	 * @return what it found
	 */
	Verdict run(String store, String onAbandoned, String... more) throws Exception {
		this.servers.createTables();
		List<String> arguments = new ArrayList<>(this.servers.arguments());
		arguments.addAll(List.of("--mainstay.idempotency.store=" + store,
				"--mainstay.idempotency.on-abandoned=" + onAbandoned, "--mainstay.idempotency.lease=" + LEASE,
				"--mainstay.idempotency.routes[/orders]=required", "--logging.level.root=info",
				"--logging.level.mainstay.failure=off", "--management.endpoints.web.exposure.include=metrics"));
		arguments.addAll(List.of(more));
		try (Instance one = new Instance("one", arguments);
				Instance other = new Instance("other", with(arguments, "spring.datasource.hikari.auto-commit=false"));
				Run run = new Run(store + ", " + onAbandoned, List.of(one, other), this)) {
			return run.untilTheEnd("re-execute".equals(onAbandoned));
		}
	}

	private static List<String> with(List<String> arguments, String property) {
		return Stream.concat(arguments.stream(), Stream.of("--" + property)).toList();
	}

}
