package dev.mainstay.observability.masking.autoconfigure;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import dev.mainstay.observability.masking.canary.Promise;
import dev.mainstay.observability.masking.canary.StartCanary;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;

/**
 * What the canary of this application has to expect.
 */
final class MaskingTrial {

	/** As Spring Boot names the appender of its log file. */
	private static final String FILE = "FILE";

	private MaskingTrial() {
	}

	static StartCanary canary(ObjectProvider<TextMasker> masker, Environment environment,
			ObjectProvider<FeatureStatus> logging) {
		return new StartCanary((appender) -> promise(appender, environment, logging.getIfAvailable()),
				() -> masker.getIfUnique(TextMasker::none));
	}

	/** Who has switched the format off knows that, and who is told by nobody does not. */
	private static Promise promise(String appender, Environment environment, @Nullable FeatureStatus logging) {
		FeatureState state = (logging != null) ? logging.state() : FeatureState.OFF;
		boolean chosen = state == FeatureState.BACKED_OFF || (appender.equals(FILE) && isFileFormatChosen(environment));
		if (state == FeatureState.ON && !chosen) {
			return Promise.MASKED;
		}
		boolean warned = state != FeatureState.OFF && chosen
				&& environment.getProperty(MaskingProperties.WARN_UNMASKED, Boolean.class, true);
		return warned ? Promise.NOT_MASKED : Promise.NONE;
	}

	private static boolean isFileFormatChosen(Environment environment) {
		String format = environment.getProperty("logging.structured.format.file");
		return environment.getProperty("logging.pattern.file") != null
				|| !MainstayLogFormatter.class.getName().equals(format);
	}

}
