package dev.mainstay.resilience.idempotency.redis;

import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

import static org.assertj.core.api.Assertions.assertThat;

class LettuceTargetHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@Test
	void theFieldThatIsReadStaysInANativeImage() throws NoSuchFieldException {
		new LettuceTargetHints().registerHints(this.hints, getClass().getClassLoader());
		assertThat(RuntimeHintsPredicates.reflection()
			.onFieldAccess(LettuceConnectionFactory.class.getDeclaredField("configuration"))).accepts(this.hints);
	}

	@Test
	void withAnotherClientThereIsNothingToKeep() {
		new LettuceTargetHints().registerHints(this.hints, new FilteredClassLoader("io.lettuce"));
		assertThat(this.hints.reflection().typeHints()).isEmpty();
	}

}
