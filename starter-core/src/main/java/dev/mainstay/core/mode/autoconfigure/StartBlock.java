package dev.mainstay.core.mode.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.mainstay.core.mode.Feature;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.mode.Features;
import dev.mainstay.core.mode.Ladder;
import dev.mainstay.core.mode.Rule;
import dev.mainstay.core.mode.Rung;
import dev.mainstay.core.mode.StartRemark;
import dev.mainstay.core.mode.Switch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.SmartApplicationListener;

/**
 * Says once, when the application has started, what Mainstay does in it. What takes a
 * while to find out is waited for on a thread of its own, after the application has begun
 * to accept traffic; an application that ends before is told the rest.
 */
final class StartBlock implements SmartApplicationListener {

	private static final Logger logger = LoggerFactory.getLogger("dev.mainstay.start");

	/** There are events for every request, too. */
	private static final Set<Class<?>> HEARD = Set.of(ApplicationReadyEvent.class, AvailabilityChangeEvent.class,
			ContextClosedEvent.class);

	private final ApplicationContext context;

	private final Features features;

	private final Ladder ladder;

	private final List<StartRemark> remarks;

	private final AtomicBoolean begun = new AtomicBoolean();

	/** Whoever still looks for something then may ask beans that are gone. */
	private volatile boolean closing;

	private boolean said;

	StartBlock(ApplicationContext context, Features features, Ladder ladder, List<StartRemark> remarks) {
		this.context = context;
		this.features = features;
		this.ladder = ladder;
		this.remarks = remarks;
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> type) {
		return HEARD.contains(type);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		if (!isOfThisContext(event) || !Switch.isOn(this.context.getEnvironment())) {
			return;
		}
		if (event instanceof ApplicationReadyEvent && this.remarks.isEmpty()) {
			say(List.of());
		}
		else if (event instanceof AvailabilityChangeEvent<?> change
				&& change.getState() == ReadinessState.ACCEPTING_TRAFFIC && this.begun.compareAndSet(false, true)) {
			Thread thread = new Thread(() -> say(remarks()), "mainstay-start");
			thread.setDaemon(true);
			thread.start();
		}
		else if (event instanceof ContextClosedEvent) {
			this.closing = true;
			if (this.begun.get()) {
				say(List.of());
			}
		}
	}

	private boolean isOfThisContext(ApplicationEvent event) {
		return (event instanceof ApplicationReadyEvent ready) ? ready.getApplicationContext() == this.context
				: event.getSource() == this.context;
	}

	private List<String> remarks() {
		List<String> lines = new ArrayList<>();
		for (StartRemark remark : this.remarks) {
			try {
				lines.addAll(remark.lines());
			}
			catch (RuntimeException | Error ex) {
				if (!this.closing) {
					logger.warn("{} cannot say what it has found", remark.getClass().getName(), ex);
				}
			}
		}
		return lines;
	}

	/**
	 * An application that closes waits for what is being said: the features ask its
	 * beans.
	 */
	private synchronized void say(List<String> lines) {
		if (!this.said) {
			this.said = true;
			try {
				logger.info("{}", Stream.concat(Stream.of(text()), lines.stream()).collect(Collectors.joining("\n  ")));
			}
			catch (RuntimeException | Error ex) {
				logger.warn("Mainstay started, but cannot say what it does here", ex);
			}
		}
	}

	String text() {
		StringBuilder text = new StringBuilder("Mainstay is in mode ").append(lower(this.ladder.mode()));
		for (FeatureState state : FeatureState.values()) {
			append(text, state);
		}
		append(text, "in report (see /actuator/mainstay before enforcing)",
				(rule) -> rule.rung() == Rung.REPORT && rule.isApplicable());
		append(text, "enforced", (rule) -> rule.rung() == Rung.ENFORCE && rule.isApplicable());
		append(text, "not applicable among the rules", (rule) -> rule.isActive() && !rule.isApplicable());
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

	private void append(StringBuilder text, String title, Predicate<Rule> which) {
		List<Rule> some = this.ladder.rules().stream().filter(which).toList();
		if (!some.isEmpty()) {
			text.append("\n  ").append(some.size()).append(" ").append(title).append(": ");
			text.append(some.stream().map(Rule::name).collect(Collectors.joining(", ")));
		}
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
