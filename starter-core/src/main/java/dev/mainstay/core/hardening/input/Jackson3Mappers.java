package dev.mainstay.core.hardening.input;

import java.util.Map;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.validation.json.JsonReading;
import dev.mainstay.core.validation.json.JsonRules;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The mappers of Jackson 3. Links to it.
 */
final class Jackson3Mappers {

	private Jackson3Mappers() {
	}

	static Stream<MapperLimits> of(InspectedApplication application) {
		boolean limited = application.beans(JsonRules.class).stream().anyMatch(JsonRules::limitsTokens);
		return application.namedBeans(ObjectMapper.class)
			.entrySet()
			.stream()
			.filter((bean) -> bean.getValue().tokenStreamFactory() instanceof JsonFactory)
			.map((bean) -> limits(bean, limited));
	}

	private static MapperLimits limits(Map.Entry<String, ObjectMapper> bean, boolean limited) {
		StreamReadConstraints constraints = bean.getValue().tokenStreamFactory().streamReadConstraints();
		boolean ours = limited && bean.getValue() instanceof JsonMapper mapper && JsonReading.suits(mapper);
		return new MapperLimits(bean.getKey(), constraints.getMaxNestingDepth(),
				ours || constraints.getMaxTokenCount() > 0 || constraints.getMaxDocumentLength() > 0);
	}

}
