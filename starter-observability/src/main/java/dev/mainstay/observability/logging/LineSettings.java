package dev.mainstay.observability.logging;

import java.util.Map;

import dev.mainstay.observability.masking.MaskingRules;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * All that the line of an event depends on besides the event: two formatters with equal
 * settings write the same.
 *
 * @param masking the rules of masking, absent where it is switched off
 * @param service the fields that every line has
 * @param kinds which kind of value each attribute has
 * @param maxBytes how long a line may get
 */
record LineSettings(@Nullable MaskingRules masking, Map<String, String> service, AttributeKinds kinds, int maxBytes) {

	static LineSettings of(Environment environment) {
		return new LineSettings(MaskingSettings.rules(environment), ServiceIdentity.of(environment),
				AttributeKinds.of(environment), LineSize.of(environment));
	}

}
