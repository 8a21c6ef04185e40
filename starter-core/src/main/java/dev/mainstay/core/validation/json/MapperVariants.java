package dev.mainstay.core.validation.json;

import java.util.concurrent.atomic.AtomicReferenceArray;

import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * Copies of a mapper of the application, each as strict as a set of rules says and all
 * within the limits. Made when first needed: most applications need one.
 */
final class MapperVariants {

	private final JsonMapper theirs;

	private final JsonRules rules;

	private final AtomicReferenceArray<JsonMapper> variants = new AtomicReferenceArray<>(1 << JsonRule.values().length);

	MapperVariants(JsonMapper theirs, JsonRules rules) {
		this.theirs = theirs;
		this.rules = rules;
	}

	/** Rules that the mapper does not follow by itself. */
	int active() {
		int followed = (isOn(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) ? JsonRule.UNKNOWN_PROPERTIES.bit() : 0)
				| (this.theirs.isEnabled(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
						? JsonRule.DUPLICATE_PROPERTIES.bit() : 0)
				| (this.theirs.deserializationConfig().isEnabled(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
						? JsonRule.ENUM_ORDINALS.bit() : 0);
		return this.rules.active() & ~followed;
	}

	private boolean isOn(DeserializationFeature feature) {
		return this.theirs.isEnabled(feature);
	}

	JsonMapper mapper(int strict) {
		JsonMapper known = this.variants.get(strict);
		if (known == null) {
			this.variants.compareAndSet(strict, null, build(strict));
			known = this.variants.get(strict);
		}
		return known;
	}

	private JsonMapper build(int strict) {
		DocumentGuard guard = new DocumentGuard(this.rules.refusesNul(), JsonRule.CONTROL_CHARACTERS.isIn(strict),
				this.rules.limits().exponent());
		JsonFactory factory = new GuardedJsonFactory(this.theirs.tokenStreamFactory(), this.rules.limits(), guard);
		JsonMapper.Builder builder = new VariantBuilder(this.theirs, factory);
		if (JsonRule.UNKNOWN_PROPERTIES.isIn(strict)) {
			builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
		}
		if (JsonRule.DUPLICATE_PROPERTIES.isIn(strict)) {
			builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
		}
		if (JsonRule.ENUM_ORDINALS.isIn(strict)) {
			builder.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
		}
		if (JsonRule.NULL_ELEMENTS.isIn(strict)) {
			builder.changeDefaultNullHandling((handling) -> handling.withContentNulls(Nulls.FAIL));
		}
		if (JsonRule.SCALAR_COERCION.isIn(strict)) {
			builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
				.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
				.withCoercionConfig(LogicalType.Textual, MapperVariants::onlyText);
		}
		return builder.build();
	}

	/** What the application has set for texts itself stays. */
	private static void onlyText(MutableCoercionConfig text) {
		for (CoercionInputShape shape : new CoercionInputShape[] { CoercionInputShape.Integer, CoercionInputShape.Float,
				CoercionInputShape.Boolean }) {
			if (text.findAction(shape) == null) {
				text.setCoercion(shape, CoercionAction.Fail);
			}
		}
	}

	/** A copy of a mapper that has another factory, which a rebuilt one cannot have. */
	private static final class VariantBuilder extends JsonMapper.Builder {

		VariantBuilder(JsonMapper mapper, JsonFactory factory) {
			super((StateImpl) mapper.rebuild().saveStateApplyModules());
			this._streamFactory = factory;
		}

	}

}
