package dev.mainstay.resilience.idempotency;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class LeftAloneTests {

	@Test
	void answersAsTheTestDoes() {
		LeftAlone<String> leftAlone = new LeftAlone<>(String::isEmpty);
		assertThat(leftAlone.test("")).isTrue();
		assertThat(leftAlone.test("x")).isFalse();
	}

	@Test
	void requestThatCannotBeTestedIsLeftAloneAndThatIsSaidOnce(CapturedOutput output) {
		LeftAlone<String> leftAlone = new LeftAlone<>((request) -> {
			throw new IllegalArgumentException("Expected lookupPath");
		});
		assertThat(leftAlone.test("a")).isTrue();
		assertThat(leftAlone.test("b")).isTrue();
		assertThat(output).containsOnlyOnce("It cannot be found out whether the application handles");
	}

}
