package dev.mainstay.core.validation.autoconfigure;

import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.validation.Strictness;
import dev.mainstay.core.validation.json.JsonRule;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the rules on JSON documents.
 *
 * @param unknownProperties How far it is taken that a document has a property that its
 * type does not have; as the mode says if not set
 * @param duplicateProperties How far it is taken that an object has a property twice; as
 * the mode says if not set
 * @param scalarCoercion How far it is taken that a text, a number or a boolean has to be
 * made something else, such as "5" a number; as the mode says if not set
 * @param enumOrdinals How far it is taken that an enum is given by the number of its
 * constant; as the mode says if not set
 * @param nullElements How far it is taken that a collection, an array or a map holds a
 * null; as the mode says if not set
 * @param controlCharacters How far it is taken that a text holds control characters or
 * ones that turn its direction; off if not set, unless the strictness is strict
 */
@ConfigurationProperties("mainstay.validation")
record JsonRuleProperties(@Nullable Rung unknownProperties, @Nullable Rung duplicateProperties,
		@Nullable Rung scalarCoercion, @Nullable Rung enumOrdinals, @Nullable Rung nullElements,
		@Nullable Rung controlCharacters) {

	@Nullable Rung rung(JsonRule rule, Strictness strictness) {
		return switch (rule) {
			case UNKNOWN_PROPERTIES -> this.unknownProperties;
			case DUPLICATE_PROPERTIES -> this.duplicateProperties;
			case SCALAR_COERCION -> this.scalarCoercion;
			case ENUM_ORDINALS -> this.enumOrdinals;
			case NULL_ELEMENTS -> this.nullElements;
			case CONTROL_CHARACTERS ->
				(this.controlCharacters != null || strictness == Strictness.STRICT) ? this.controlCharacters : Rung.OFF;
		};
	}

}
