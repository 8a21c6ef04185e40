package dev.mainstay.core.hardening.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.hardening.Waiver;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * Properties of the hardening sheet.
 *
 * @param enforce Comma-separated list of groups and severities whose findings refuse a
 * start, as far as they are decided from its own configuration. A severity stands for the
 * worse ones, too.
 * @param waivers Findings that somebody answers for, each for a time.
 * @param evidence What people have declared, by its topic: backup-restore, retention,
 * export-deletion, rollback, on-call.
 * @param probes Whether the sheet also sends requests that nobody has made through the
 * filters, to see how they are answered. No handler of the application is called.
 * @param production Whether this is a production, where profile and platform do not say
 * it.
 */
@ConfigurationProperties("mainstay.hardening")
record HardeningProperties(@DefaultValue List<String> enforce, @DefaultValue List<Waived> waivers,
		@DefaultValue Map<String, Declared> evidence, @DefaultValue("false") boolean probes,
		@Nullable Boolean production) {

	private static final String PREFIX = "mainstay.hardening.";

	private static final String NOT_SET = "not set";

	HardeningProperties {
		Enforced.check(enforce);
		Declared.check(evidence);
		Set<String> waived = new HashSet<>();
		for (int i = 0; i < waivers.size(); i++) {
			check(waivers.get(i), PREFIX + "waivers[" + i + "]", waived);
		}
	}

	private static void check(Waived waiver, String property, Set<String> waived) {
		required(waiver.id(), property + ".id", "Set the id of a check, such as DB-05");
		required(waiver.reason(), property + ".reason", "Say why this is not mended");
		required(waiver.owner(), property + ".owner", "Say who answers for it");
		InvalidPropertyException.check(IsoDate.isOne(waiver.expiry()), property + ".expiry",
				(waiver.expiry() != null) ? waiver.expiry() : NOT_SET, "a waiver needs the day on which it ends",
				"Set a date such as 2027-03-31");
		InvalidPropertyException.check(waived.add(String.valueOf(waiver.id())), property + ".id", waiver.id(),
				"this check is waived twice", "Keep one of the two waivers");
	}

	private static void required(@Nullable String value, String property, String fix) {
		InvalidPropertyException.check(StringUtils.hasText(value), property, (value != null) ? value : NOT_SET,
				"a waiver needs it", fix);
	}

	/**
	 * A finding that somebody answers for.
	 *
	 * @param id Id of the check, such as DB-05
	 * @param reason Why the finding is not mended
	 * @param owner Who answers for it
	 * @param expiry Last day on which the waiver holds, such as 2027-03-31
	 */
	record Waived(@Nullable String id, @Nullable String reason, @Nullable String owner, @Nullable String expiry) {

		Waiver waiver() {
			return new Waiver(String.valueOf(this.id).strip(), String.valueOf(this.reason), String.valueOf(this.owner),
					IsoDate.of(this.expiry));
		}

	}

}
