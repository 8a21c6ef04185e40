package dev.mainstay.core.mode.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.mainstay.core.mode.Feature;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.Switch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

/**
 * Says once, when the application has started, what Mainstay does in it.
 */
final class StartBlock implements ApplicationListener<ApplicationReadyEvent> {

	private static final Logger logger = LoggerFactory.getLogger("dev.mainstay.start");

	private final ApplicationContext context;

	private final Features features;

	private final Ladder ladder;

	StartBlock(ApplicationContext context, Features features, Ladder ladder) {
		this.context = context;
		this.features = features;
		this.ladder = ladder;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		if (event.getApplicationContext() != this.context || !Switch.isOn(this.context.getEnvironment())) {
			return;
		}
		try {
			logger.info("{}", text());
		}
		catch (RuntimeException | Error ex) {
			logger.warn("Mainstay started, but cannot say what it does here", ex);
		}
	}

	String text() {
		StringBuilder text = new StringBuilder("Mainstay is in mode ").append(lower(this.ladder.mode()));
		for (FeatureState state : FeatureState.values()) {
			append(text, state);
		}
		append(text, Rung.REPORT, "in report (see /actuator/mainstay before enforcing)");
		append(text, Rung.ENFORCE, "enforced");
		return text.toString();
	}

	private void append(StringBuilder text, FeatureState state) {
		List<Feature> some = this.features.all().stream().filter((feature) -> feature.state() == state).toList();
		if (!some.isEmpty()) {
			boolean inOneLine = some.stream().allMatch((feature) -> feature.reason() == null);
			text.append("\n  ").append(some.size()).append(' ').append(lower(state)).append(": ");
			text.append(some.stream().map(this::describe).collect(Collectors.joining(inOneLine ? ", " : "; ")));
		}
	}

	private String describe(Feature feature) {
		return (feature.reason() != null) ? feature.name() + " (" + feature.reason() + ")" : feature.name();
	}

	private void append(StringBuilder text, Rung rung, String title) {
		List<Rule> some = this.ladder.rules().stream().filter((rule) -> rule.rung() == rung).toList();
		if (!some.isEmpty()) {
			text.append("\n  ").append(some.size()).append(" ").append(title).append(": ");
			text.append(some.stream().map(Rule::name).collect(Collectors.joining(", ")));
		}
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
