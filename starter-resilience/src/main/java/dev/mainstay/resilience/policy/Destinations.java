package dev.mainstay.resilience.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

/**
 * The destinations of all clients, one for each client name and authority, so that one
 * dead dependency takes nothing from another. Bounded: a client that calls ever new
 * authorities loses the state of those it has not called for longest. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Destinations {

	private static final int MAX_DESTINATIONS = 1000;

	private final Map<Key, Destination> destinations = new ConcurrentHashMap<>();

	/** These stay when a destination is forgotten, so that what was counted stays. */
	private final Map<String, ClientCounts> clients = new ConcurrentHashMap<>();

	private final List<Consumer<ClientCounts>> observers = new CopyOnWriteArrayList<>();

	private final ClientPolicies policies;

	private final Rule breakerRule;

	private final LongSupplier nanoTime;

	/** How many destinations were created: the only time that has to be told apart. */
	private volatile long created;

	/**
	 * Create the destinations.
	 * @param policies what calls are made under
	 * @param breakerRule how far the circuit breakers are taken
	 * @param nanoTime the time, as from {@link System#nanoTime()}
	 */
	public Destinations(ClientPolicies policies, Rule breakerRule, LongSupplier nanoTime) {
		this.policies = policies;
		this.breakerRule = breakerRule;
		this.nanoTime = nanoTime;
	}

	/**
	 * Where a call goes.
	 * @param client the name that the client was given, {@code null} if it has none
	 * @param authority whom it calls
	 * @return the one destination for both
	 */
	public Destination of(@Nullable String client, Authority authority) {
		ClientPolicy policy = this.policies.of(client, authority);
		Destination destination = this.destinations.get(new Key(policy.name(), authority));
		if (destination == null) {
			destination = create(policy, authority);
		}
		destination.used(this.created);
		return destination;
	}

	private synchronized Destination create(ClientPolicy policy, Authority authority) {
		Key key = new Key(policy.name(), authority);
		Destination destination = this.destinations.get(key);
		if (destination == null) {
			if (this.destinations.size() >= MAX_DESTINATIONS) {
				forgetOne();
			}
			this.created++;
			destination = new Destination(policy, authority, client(policy.name()),
					new Surroundings(this.breakerRule, this.nanoTime));
			destination.used(this.created);
			this.destinations.put(key, destination);
		}
		return destination;
	}

	private void forgetOne() {
		this.destinations.entrySet()
			.stream()
			.min(Comparator.comparingLong((entry) -> entry.getValue().lastUsed()))
			.ifPresent((entry) -> this.destinations.remove(entry.getKey()));
	}

	private ClientCounts client(String name) {
		ClientCounts counts = this.clients.get(name);
		if (counts == null) {
			counts = new ClientCounts(name, () -> all(name));
			this.clients.put(name, counts);
			ClientCounts added = counts;
			this.observers.forEach((observer) -> observer.accept(added));
		}
		return counts;
	}

	/**
	 * Be told of every client: of those that are configured and of the one without a name
	 * now, of any other when it calls for the first time.
	 * @param observer told of each once, quickly
	 */
	public synchronized void observe(Consumer<ClientCounts> observer) {
		client(ClientPolicies.DEFAULT);
		this.policies.names().forEach(this::client);
		this.clients.values().forEach(observer);
		this.observers.add(observer);
	}

	/**
	 * Whether any client ever makes a call once more.
	 * @return whether at least one has retries
	 */
	public boolean mayRetry() {
		return this.policies.mayRetry();
	}

	/**
	 * How far the circuit breakers are taken.
	 * @return the rung
	 */
	public Rung breakerRung() {
		return this.breakerRule.rung();
	}

	/**
	 * The policies that the calls are made under.
	 * @return the policies
	 */
	public ClientPolicies policies() {
		return this.policies;
	}

	/**
	 * The destinations that there are.
	 * @return an immutable snapshot, in the order of the clients and authorities
	 */
	public List<Destination> all() {
		return this.destinations.values()
			.stream()
			.sorted(Comparator.comparing((Destination it) -> it.policy().name())
				.thenComparing((it) -> it.authority().toString()))
			.toList();
	}

	/**
	 * Whether any call was made.
	 * @return whether there is at least one destination
	 */
	public boolean areUsed() {
		return !this.destinations.isEmpty();
	}

	private List<Destination> all(String client) {
		return this.destinations.values().stream().filter((it) -> it.policy().name().equals(client)).toList();
	}

	private record Key(String client, Authority authority) {
	}

	/**
	 * What all destinations have in common.
	 *
	 * @param breakerRule how far the circuit breakers are taken
	 * @param nanoTime the time
	 */
	record Surroundings(Rule breakerRule, LongSupplier nanoTime) {
	}

}
