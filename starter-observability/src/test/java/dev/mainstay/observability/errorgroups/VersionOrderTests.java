package dev.mainstay.observability.errorgroups;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VersionOrderTests {

	@Test
	void numbersAreComparedAsNumbers() {
		assertThat(VersionOrder.isNewer("1.10", "1.9")).isTrue();
		assertThat(VersionOrder.isNewer("1.9", "1.10")).isFalse();
		assertThat(VersionOrder.isNewer("1.2.1", "1.2")).isTrue();
		assertThat(VersionOrder.isNewer("1.2", "1.2.0")).isFalse();
		assertThat(VersionOrder.isNewer("1.2", "1.2")).isFalse();
	}

	@Test
	void aReleaseComesAfterItsCandidates() {
		assertThat(VersionOrder.isNewer("1.2", "1.2-SNAPSHOT")).isTrue();
		assertThat(VersionOrder.isNewer("1.2-rc1", "1.2")).isFalse();
	}

	@Test
	void hashesAreOnlyOthers() {
		assertThat(VersionOrder.isNewer("f00ba4", "abc")).isTrue();
		assertThat(VersionOrder.isNewer("abc", "f00ba4")).isTrue();
		assertThat(VersionOrder.isNewer("abc", "abc")).isFalse();
		assertThat(VersionOrder.isNewer("...", "abc")).isTrue();
	}

}
