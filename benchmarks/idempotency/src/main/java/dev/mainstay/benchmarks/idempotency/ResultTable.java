package dev.mainstay.benchmarks.idempotency;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import dev.mainstay.benchmarks.service.Round;
import dev.mainstay.benchmarks.service.Rounds;

/**
 * The table of one kind of request, as it stands in the documentation.
 *
 * @param kind what was asked
 * @param rounds what was measured
 * @param trips what was counted
 */
record ResultTable(Kind kind, Map<Variant, List<Round>> rounds, Map<Variant, Trips> trips) {

	private static final String HEAD = "| %s | requests a second, beside bare | CPU | bytes | trips to the database "
			+ "| to Redis | WAL bytes | absolute: requests a second | CPU | bytes |%n"
			+ "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |%n";

	private static final String LINE = "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.0f | %,.0f | %.0f µs | %.1f KB |%n";

	@Override
	public String toString() {
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, HEAD, this.kind));
		this.rounds.forEach((variant, of) -> table.append(line(variant, of)));
		return table.toString();
	}

	private String line(Variant variant, List<Round> of) {
		Trips counted = this.trips.get(variant);
		return String.format(Locale.ROOT, LINE, variant, ratio(variant, Round::throughput),
				ratio(variant, Round::processorMicros), ratio(variant, Round::bytes), counted.database(),
				counted.redis(), counted.logged(), Rounds.median(of, Round::throughput),
				Rounds.median(of, Round::processorMicros), Rounds.median(of, Round::bytes) / 1024);
	}

	private double ratio(Variant variant, ToDoubleFunction<Round> value) {
		return Rounds.ratio(this.rounds.get(variant), this.rounds.get(variant.bare()), value);
	}

}
