package dev.mainstay.security.secrets.jdbc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.mainstay.security.secrets.TreeChange;
import org.jspecify.annotations.Nullable;

/**
 * Finds what of a change could be the credentials of a pool.
 */
final class NewCredentials {

	/** Several properties may have had the same value; nobody has many that had. */
	private static final int MAX_CANDIDATES = 3;

	private NewCredentials() {
	}

	/**
	 * Find the credentials.
	 * @param pool the pool
	 * @param change what has changed
	 * @param last those that the pool was to get before and has not got, {@code null} if
	 * there are none
	 * @return the new ones, none if the change is not about the pool
	 */
	static List<Credentials> of(HikariDataSource pool, TreeChange change, @Nullable Credentials last) {
		Credentials now = pool.getCredentials();
		Map<String, Credentials> found = new LinkedHashMap<>();
		for (String name : change.names()) {
			String before = change.before(name);
			String after = change.after(name);
			if (before != null && after != null && isPassword(before, now, last)) {
				found.putIfAbsent(after, Credentials.of(user(change, now, last), after));
			}
		}
		return found.values().stream().limit(MAX_CANDIDATES).toList();
	}

	private static boolean isPassword(String before, Credentials now, @Nullable Credentials last) {
		return before.equals(now.getPassword()) || (last != null && before.equals(last.getPassword()));
	}

	/** A pair that is exchanged together has a new user, too. */
	private static @Nullable String user(TreeChange change, Credentials now, @Nullable Credentials last) {
		String user = (last != null) ? last.getUsername() : now.getUsername();
		return change.names()
			.stream()
			.filter((name) -> user != null && user.equals(change.before(name)))
			.map(change::after)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(user);
	}

}
