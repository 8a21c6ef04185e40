package dev.mainstay.core.hardening.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.hardening.evidence.EvidenceTopic;
import org.jspecify.annotations.Nullable;

/**
 * What people have declared on a topic. The checks read it where it was set; here it is
 * only held to what can be declared.
 *
 * @param date Day on which it was seen to be so, such as 2026-11-02
 * @param reference Where that can be read, such as a link
 * @param owner Who answers for it
 */
record Declared(@Nullable String date, @Nullable String reference, @Nullable String owner) {

	private static final String PREFIX = "mainstay.hardening.evidence.";

	/**
	 * Refuse a topic that is none, and a date that is none. How old it is is for the
	 * sheet: what started yesterday starts today.
	 */
	static void check(Map<String, Declared> evidence) {
		List<String> topics = Arrays.stream(EvidenceTopic.values()).map(EvidenceTopic::key).toList();
		evidence.forEach((topic, declared) -> {
			InvalidPropertyException.check(isOneOf(topics, topic), PREFIX + topic, topic,
					"nothing is asked about such a topic", "Set one of " + String.join(", ", topics));
			InvalidPropertyException.check(declared.isBlank() || IsoDate.isOne(declared.date()),
					PREFIX + topic + ".date", (declared.date() != null) ? declared.date() : "not set",
					"evidence needs the day it is from", "Set a date such as 2026-11-02");
		});
	}

	/** The name of an environment variable has no dashes. */
	private static boolean isOneOf(List<String> topics, String name) {
		return topics.stream().anyMatch((topic) -> topic.equals(name) || topic.replace("-", "").equals(name));
	}

	/** Such as of a placeholder that nobody has filled in: nothing is declared then. */
	private boolean isBlank() {
		return this.date != null && this.date.isBlank();
	}

}
