package dev.mainstay.core.failure.logback;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;

import static org.assertj.core.api.Assertions.assertThat;

class SharedTurboFilterTests {

	private final LoggerContext context = new LoggerContext();

	private final List<String> asked = new ArrayList<>();

	private final TurboFilter first = new Part("first", FilterReply.NEUTRAL);

	private final TurboFilter second = new Part("second", FilterReply.NEUTRAL);

	private final TurboFilter denying = new Part("denying", FilterReply.DENY);

	@Test
	void asksEachPartInItsOrderUntilOneDecides() {
		add(this.first, this.denying, this.second);
		assertThat(this.context.getTurboFilterList()).hasSize(1);
		assertThat(log()).isEqualTo(FilterReply.DENY);
		assertThat(this.asked).containsExactly("first", "denying");
	}

	@Test
	void leavesTheLineAloneWhereNoPartDecides() {
		add(this.first, this.second);
		assertThat(log()).isEqualTo(FilterReply.NEUTRAL);
		assertThat(this.asked).containsExactly("first", "second");
	}

	@Test
	void isThereAgainAfterEachReset() {
		add(this.first, this.second);
		for (int i = 0; i < 3; i++) {
			this.context.reset();
			assertThat(this.context.getTurboFilterList()).hasSize(1);
			assertThat(SharedTurboFilter.parts(this.context)).containsExactly(this.first, this.second);
		}
		assertThat(this.context.getCopyOfListenerList()).hasSize(1);
	}

	@Test
	void whatWasRemovedIsNotThereAgainAfterAReset() {
		add(this.first, this.second);
		SharedTurboFilter.remove(this.context, this.first);
		this.context.reset();
		assertThat(SharedTurboFilter.parts(this.context)).containsExactly(this.second);
	}

	@Test
	void theEndOfOneApplicationLeavesTheOthersWhatTheyHave() {
		add(this.first, this.second);
		SharedTurboFilter.remove(this.context, this.first);
		SharedTurboFilter.remove(this.context, this.first);
		assertThat(log()).isEqualTo(FilterReply.NEUTRAL);
		assertThat(this.asked).containsExactly("second");
		add(this.denying);
		assertThat(SharedTurboFilter.parts(this.context)).containsExactly(this.second, this.denying);
	}

	@Test
	void leavesNothingBehindAndTheFiltersOfTheApplicationAlone() {
		TurboFilter own = new Part("own", FilterReply.NEUTRAL);
		this.context.addTurboFilter(own);
		add(this.first, this.second);
		SharedTurboFilter.remove(this.context, this.second);
		SharedTurboFilter.remove(this.context, this.first);
		assertThat(this.context.getTurboFilterList()).containsExactly(own);
		assertThat(this.context.getCopyOfListenerList()).isEmpty();
		assertThat(SharedTurboFilter.parts(this.context)).isEmpty();
	}

	/** Logback forgets its listeners then, and leaves the filter. */
	@Test
	void leavesNothingBehindWhereLogbackWasStoppedBefore() {
		this.context.start();
		add(this.first);
		this.context.stop();
		SharedTurboFilter.remove(this.context, this.first);
		assertThat(this.context.getTurboFilterList()).isEmpty();
	}

	@Test
	void anApplicationThatStartsAfterLogbackWasStoppedIsHeard() {
		this.context.start();
		add(this.first);
		this.context.stop();
		this.context.reset();
		add(this.second);
		assertThat(SharedTurboFilter.parts(this.context)).contains(this.second);
		this.context.reset();
		assertThat(SharedTurboFilter.parts(this.context)).contains(this.second);
	}

	private void add(TurboFilter... parts) {
		for (TurboFilter part : parts) {
			SharedTurboFilter.add(this.context, part);
			assertThat(part.isStarted()).isTrue();
			assertThat(part.getContext()).isSameAs(this.context);
		}
	}

	private FilterReply log() {
		return this.context.getTurboFilterList()
			.getTurboFilterChainDecision(null, this.context.getLogger("a.B"), Level.ERROR, "a line", null, null);
	}

	/**
	 * A part that notes when it is asked.
	 */
	private final class Part extends TurboFilter {

		private final FilterReply reply;

		Part(String name, FilterReply reply) {
			setName(name);
			this.reply = reply;
		}

		@Override
		public FilterReply decide(@Nullable Marker marker, Logger logger, Level level, @Nullable String format,
				Object @Nullable [] params, @Nullable Throwable failure) {
			SharedTurboFilterTests.this.asked.add(getName());
			return this.reply;
		}

	}

}
