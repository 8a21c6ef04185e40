package dev.mainstay.core.mode.actuate;

import java.util.List;
import java.util.Locale;

import dev.mainstay.core.mode.Feature;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Shows the state of every feature and the hits of every rule. Reads only; thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "mainstay")
public final class MainstayEndpoint {

	private final Features features;

	private final Ladder ladder;

	private final boolean active;

	/**
	 * Create the endpoint.
	 * @param features the state of every feature
	 * @param ladder the rules
	 * @param active whether Mainstay is switched on; read at run time, because in an
	 * AOT-processed application the endpoint is there whatever the properties say
	 */
	public MainstayEndpoint(Features features, Ladder ladder, boolean active) {
		this.features = features;
		this.ladder = ladder;
		this.active = active;
	}

	/**
	 * Called for {@code GET /actuator/mainstay}.
	 * @return the state of every feature and rule; {@code null}, which is answered with
	 * 404, if Mainstay is switched off
	 */
	@ReadOperation
	public @Nullable Overview overview() {
		if (!this.active) {
			return null;
		}
		Evidence seen = new Evidence(this.ladder.requests(), this.ladder.age());
		return new Overview(MainstayEndpoint.class.getPackage().getImplementationVersion(), lower(this.ladder.mode()),
				seen.requests(), this.features.all().stream().map(FeatureDescriptor::of).toList(),
				this.ladder.rules().stream().map((rule) -> RuleDescriptor.of(rule, seen)).toList());
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * What the endpoint answers.
	 *
	 * @param version the version of Mainstay, {@code null} if it does not run from a jar
	 * @param mode where rules stand that have no rung of their own
	 * @param requests how many requests for the application have ended since the start
	 * @param features the state of every feature
	 * @param rules the rung and the hits of every rule
	 * @since 0.1.0
	 */
	public record Overview(@Nullable String version, String mode, long requests, List<FeatureDescriptor> features,
			List<RuleDescriptor> rules) {

	}

	/**
	 * A feature in the answer.
	 *
	 * @param name the name
	 * @param state {@code on}, {@code off}, {@code backed-off} or {@code not-applicable}
	 * @param property the property that switches it
	 * @param reason why it is not on, or a remark
	 * @since 0.1.0
	 */
	public record FeatureDescriptor(String name, String state, String property, @Nullable String reason) {

		static FeatureDescriptor of(Feature feature) {
			return new FeatureDescriptor(feature.name(), lower(feature.state()), feature.property(), feature.reason());
		}

	}

	/**
	 * A rule in the answer.
	 *
	 * @param name the name
	 * @param rung {@code off}, {@code report} or {@code enforce}
	 * @param property the property that sets the rung
	 * @param hits how many requests broke it
	 * @param verdict what the hits mean for enforcing it
	 * @param applicable whether there is anything in this application that can break it
	 * @since 0.1.0
	 */
	public record RuleDescriptor(String name, String rung, String property, long hits, @Nullable String verdict,
			boolean applicable) {

		static RuleDescriptor of(Rule rule, Evidence seen) {
			boolean applicable = rule.isApplicable();
			return new RuleDescriptor(rule.name(), lower(rule.rung()), rule.property(), rule.hits(),
					applicable ? verdict(rule, seen) : "not applicable: nothing in this application that it works on",
					applicable);
		}

		private static @Nullable String verdict(Rule rule, Evidence seen) {
			if (rule.rung() != Rung.REPORT) {
				return null;
			}
			long hits = rule.hits();
			if (hits == 0 && !seen.isEnough()) {
				return seen.lack();
			}
			String what = (rule.changes() > 0) ? "answers that would change" : "would-be rejections";
			String figures = String.format(Locale.ROOT, "%,d %s in %,d requests", hits, what, seen.requests());
			return (hits == 0) ? figures + ": safe to enforce" : figures;
		}

	}

}
