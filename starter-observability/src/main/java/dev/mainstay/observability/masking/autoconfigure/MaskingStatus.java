package dev.mainstay.observability.masking.autoconfigure;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.FeatureStatus;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.observability.logging.MainstayLogFormatter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * What is masked and what is not: log lines only in Mainstay's formats, and the rest by
 * the masker of the application if it has one.
 */
final class MaskingStatus implements FeatureStatus {

	private final ListableBeanFactory beanFactory;

	private final Environment environment;

	private final Supplier<@Nullable FeatureStatus> logging;

	/**
	 * Create the status.
	 * @param logging gives the status of the log format, {@code null} if that is off
	 */
	MaskingStatus(ListableBeanFactory beanFactory, Environment environment, Supplier<@Nullable FeatureStatus> logging) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.logging = logging;
	}

	@Override
	public String feature() {
		return "masking";
	}

	@Override
	public FeatureState state() {
		if (!isSwitchedOn()) {
			return FeatureState.OFF;
		}
		return ownMaskers().isEmpty() ? FeatureState.ON : FeatureState.BACKED_OFF;
	}

	@Override
	public @Nullable String reason() {
		if (!isSwitchedOn()) {
			return MaskingAutoConfiguration.ENABLED + "=false";
		}
		String own = ownMaskers();
		String unmasked = unmaskedLines();
		if (!own.isEmpty()) {
			return "bean " + own + ((unmasked != null) ? "; " + unmasked : "; log lines are masked all the same");
		}
		return unmasked;
	}

	private boolean isSwitchedOn() {
		return Switch.isOn(this.environment, MaskingAutoConfiguration.ENABLED);
	}

	private String ownMaskers() {
		return Arrays.stream(this.beanFactory.getBeanNamesForType(TextMasker.class, true, false))
			.filter((name) -> !name.equals(MaskingAutoConfiguration.NAME))
			.collect(Collectors.joining(", "));
	}

	private @Nullable String unmaskedLines() {
		FeatureStatus format = this.logging.get();
		FeatureState state = (format != null) ? format.state() : FeatureState.OFF;
		if (state == FeatureState.ON || state == FeatureState.NOT_APPLICABLE
				|| (state != FeatureState.BACKED_OFF && isFormatterNamed())) {
			return null;
		}
		return "log lines are not masked ("
				+ ((format != null) ? format.reason() : "the format of Mainstay is switched off") + ")";
	}

	/** By the application itself, whatever the switch of the format says. */
	private boolean isFormatterNamed() {
		return MainstayLogFormatter.class.getName()
			.equals(this.environment.getProperty("logging.structured.format.console"));
	}

}
