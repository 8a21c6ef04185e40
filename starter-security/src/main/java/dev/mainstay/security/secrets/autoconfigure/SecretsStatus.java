package dev.mainstay.security.secrets.autoconfigure;

import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import org.jspecify.annotations.Nullable;

/**
 * Says what is read again.
 *
 * @param state whether anything is
 * @param reason what it is, or what switches the feature off
 */
record SecretsStatus(FeatureState state, String reason) implements FeatureStatus {

	static SecretsStatus on(SecretsProperties properties, @Nullable String watched) {
		if (!properties.reload()) {
			return new SecretsStatus(FeatureState.ON,
					"nothing is read again, as mainstay.security.secrets.reload=false");
		}
		return (watched != null) ? new SecretsStatus(FeatureState.ON, watched)
				: new SecretsStatus(FeatureState.NOT_APPLICABLE, "neither a config tree nor a file of an SSL bundle");
	}

	static SecretsStatus off() {
		return new SecretsStatus(FeatureState.OFF, "switched off since the application was built");
	}

	@Override
	public String feature() {
		return "secrets";
	}

}
