package dev.mainstay.resilience.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.mode.Rung;
import dev.mainstay.resilience.policy.ClientPolicies;
import dev.mainstay.resilience.policy.ClientPolicy;
import dev.mainstay.resilience.policy.Destination;
import dev.mainstay.resilience.policy.Destinations;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Shows every limit that outgoing calls are made under, by client and authority, what
 * became of the calls, and which tighter limits the measured times would bear. Reads
 * only; thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "resilience")
public final class ResilienceEndpoint {

	private final Destinations destinations;

	private final @Nullable TransportTimes transport;

	private final boolean active;

	/**
	 * Create the endpoint.
	 * @param destinations the state of the calls
	 * @param transport the timeouts of the connections, {@code null} if they are not ours
	 * @param active whether the feature is switched on; read at run time, because in an
	 * AOT-processed application the endpoint is there whatever the properties say
	 */
	public ResilienceEndpoint(Destinations destinations, @Nullable TransportTimes transport, boolean active) {
		this.destinations = destinations;
		this.transport = transport;
		this.active = active;
	}

	/**
	 * Called for {@code GET /actuator/resilience}.
	 * @return the table; {@code null}, which is answered with 404, if the feature is
	 * switched off
	 */
	@ReadOperation
	public @Nullable PolicyTable table() {
		if (!this.active) {
			return null;
		}
		List<Destination> all = this.destinations.all();
		Set<String> called = all.stream().map((it) -> it.policy().name()).collect(Collectors.toSet());
		ClientPolicies policies = this.destinations.policies();
		Stream<ClientPolicy> silent = Stream.concat(Stream.of(ClientPolicies.DEFAULT), policies.names().stream())
			.filter((name) -> !called.contains(name))
			.map(policies::named);
		return new PolicyTable(word(this.destinations.breakerRung()),
				Stream.concat(silent.map(this::row), all.stream().map(this::row)).toList());
	}

	private ClientRow row(ClientPolicy policy) {
		return new ClientRow(policy.name(), null, LimitsCell.of(policy, this.transport), null, null, null);
	}

	private ClientRow row(Destination destination) {
		return new ClientRow(destination.policy().name(), destination.authority().toString(),
				LimitsCell.of(destination.policy(), this.transport), StateCell.of(destination),
				CallsCell.of(destination.counts()), TimesCell.of(destination));
	}

	static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** In the form that properties take. */
	static @Nullable String text(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() + "ms" : null;
	}

	/**
	 * The timeouts of the connections.
	 *
	 * @param connect until there is a connection
	 * @param idle between two bytes of the answer's body
	 * @since 0.1.0
	 */
	public record TransportTimes(Duration connect, Duration idle) {
	}

	/**
	 * What the endpoint answers.
	 *
	 * @param breaker how far the circuit breakers are taken: {@link Rung} in lower case
	 * @param clients the clients, those first that have not called yet
	 * @since 0.1.0
	 */
	public record PolicyTable(String breaker, List<ClientRow> clients) {
	}

	/**
	 * A client and the authority that it calls.
	 *
	 * @param client the name of the client
	 * @param authority host and port, {@code -} for work that is no HTTP call,
	 * {@code null} if it has not called yet
	 * @param limits what its calls are made under
	 * @param state how it is at present
	 * @param calls what became of its calls since the start
	 * @param times how long its successful attempts took
	 * @since 0.1.0
	 */
	public record ClientRow(String client, @Nullable String authority, LimitsCell limits, @Nullable StateCell state,
			@Nullable CallsCell calls, @Nullable TimesCell times) {
	}

}
