package dev.mainstay.resilience.idempotency.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AllNestedConditions;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Conditional;

/**
 * Whether the table is to be created. An embedded database of an application that never
 * asked for keys in it is left as it is.
 */
final class OnSchemaInitialization extends AnyNestedCondition {

	private static final String PROPERTY = "mainstay.idempotency.jdbc.initialize-schema";

	OnSchemaInitialization() {
		super(ConfigurationPhase.PARSE_CONFIGURATION);
	}

	@ConditionalOnProperty(name = PROPERTY, havingValue = "always")
	static class Always {

	}

	@Conditional(OnEmbedded.class)
	static class Embedded {

	}

	/**
	 * Both properties.
	 */
	static final class OnEmbedded extends AllNestedConditions {

		OnEmbedded() {
			super(ConfigurationPhase.PARSE_CONFIGURATION);
		}

		@ConditionalOnProperty(name = PROPERTY, havingValue = "embedded", matchIfMissing = true)
		static class Mode {

		}

		@ConditionalOnProperty(name = StoreChoice.PROPERTY, havingValue = "jdbc")
		static class Store {

		}

	}

}
