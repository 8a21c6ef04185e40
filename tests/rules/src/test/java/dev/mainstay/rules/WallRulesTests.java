package dev.mainstay.rules;

import dev.mainstay.bad.here.Here;
import dev.mainstay.bad.there.There;
import dev.mainstay.bad.util.Anything;
import dev.mainstay.core.Known;
import dev.mainstay.security.KnowsCore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WallRulesTests {

	@Test
	void packagesAreFreeOfCycles() {
		assertThat(Violations.of(WallRules.packagesAreFreeOfCycles, Here.class, There.class)).singleElement()
			.asString()
			.contains("Slice bad.here", "Slice bad.there");
	}

	@Test
	void packagesAreNamedForAFeature() {
		assertThat(Violations.of(WallRules.packagesAreNamedForAFeature, Anything.class)).hasSize(1);
	}

	@Test
	void packagesAreNullMarked() {
		assertThat(Violations.of(WallRules.packagesAreNullMarked, Anything.class))
			.containsExactly("dev.mainstay.bad.util is not @NullMarked");
	}

	@Test
	void startersKnowNoOtherStarterThanCore() throws ClassNotFoundException {
		assertThat(Violations.of(WallRules.startersKnowNoOtherStarterThanCore, Known.class, KnowsCore.class)).isEmpty();
		assertThat(Violations.of(WallRules.startersKnowNoOtherStarterThanCore,
				Class.forName("dev.mainstay.core.KnowsAStarter")))
			.singleElement()
			.asString()
			.contains("dev.mainstay.security.KnowsCore");
		assertThat(Violations.of(WallRules.startersKnowNoOtherStarterThanCore,
				Class.forName("dev.mainstay.security.KnowsTheAssertions")))
			.anyMatch((violation) -> violation.contains("dev.mainstay.test.KnowsAStarter"));
	}

	@Test
	void assertionsKnowNoStarterButTheSheet() {
		assertThat(Violations.of(WallRules.assertionsKnowNoStarterButTheSheet, dev.mainstay.test.KnowsAStarter.class))
			.singleElement()
			.asString()
			.contains("dev.mainstay.core.Known");
	}

	@Test
	void runtimeTypesDoNotKnowAutoConfiguration() throws ClassNotFoundException {
		assertThat(Violations.of(WallRules.runtimeTypesDoNotKnowAutoConfiguration,
				Class.forName("dev.mainstay.bad.KnowsAutoConfiguration")))
			.hasSize(1);
	}

}
