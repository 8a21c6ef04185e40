package dev.mainstay.resilience.policy;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import dev.mainstay.resilience.retry.RetryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * The policies by the names of the clients. A client has the name that it was given, such
 * as that of its HTTP service group, or else that of the client that is configured for
 * the host it calls, or else {@value #DEFAULT}. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ClientPolicies {

	/**
	 * The name of clients that have none.
	 */
	public static final String DEFAULT = "default";

	/** Names come from code; the bound is for the case that one does not. */
	private static final int MAX_NAMES = 1000;

	private final ClientPolicy byDefault;

	private final Map<String, String> namesByHost;

	private final Map<String, ClientPolicy> policies;

	/**
	 * Create the policies.
	 * @param byDefault for clients that are not configured
	 * @param configured for those that are, each with its name
	 * @param namesByHost the names of clients by the host, or host and port, that they
	 * call, in lower case
	 */
	public ClientPolicies(ClientPolicy byDefault, Map<String, ClientPolicy> configured,
			Map<String, String> namesByHost) {
		this.byDefault = byDefault;
		this.policies = new ConcurrentHashMap<>(configured);
		this.namesByHost = Map.copyOf(namesByHost);
	}

	/**
	 * What a call is made under.
	 * @param client the name that the client was given, {@code null} if it has none
	 * @param authority whom it calls
	 * @return the policy, with the name of the client
	 */
	public ClientPolicy of(@Nullable String client, Authority authority) {
		String name = (client != null) ? client : nameFor(authority);
		return (name != null) ? of(name) : this.byDefault;
	}

	/**
	 * The policy of a name, without making one of it.
	 * @param name the name
	 * @return the policy of the client with this name, or that for all others
	 */
	public ClientPolicy named(String name) {
		ClientPolicy policy = this.policies.get(name);
		return (policy != null) ? policy : this.byDefault;
	}

	private ClientPolicy of(String name) {
		ClientPolicy policy = this.policies.get(name);
		if (policy != null) {
			return policy;
		}
		return (this.policies.size() < MAX_NAMES) ? this.policies.computeIfAbsent(name, this.byDefault::withName)
				: this.byDefault;
	}

	private @Nullable String nameFor(Authority authority) {
		if (this.namesByHost.isEmpty()) {
			return null;
		}
		String name = this.namesByHost.get(authority.toString());
		return (name != null) ? name : this.namesByHost.get(authority.host());
	}

	boolean mayRetry() {
		return mayRetry(this.byDefault) || this.policies.values().stream().anyMatch(ClientPolicies::mayRetry);
	}

	private static boolean mayRetry(ClientPolicy policy) {
		RetryPolicy retry = policy.retry();
		return retry != null && retry.mayRetry();
	}

	/**
	 * The names that are known.
	 * @return those that are configured, and those that have called
	 */
	public Set<String> names() {
		return Collections.unmodifiableSet(new TreeMap<>(this.policies).navigableKeySet());
	}

}
