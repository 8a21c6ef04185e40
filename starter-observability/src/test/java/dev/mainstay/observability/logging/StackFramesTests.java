package dev.mainstay.observability.logging;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StackFramesTests {

	@ParameterizedTest
	@CsvSource({ "com.acme.Orders, false, true", "java.lang.reflect.Method, true, false",
			"com.acme.Orders$$SpringCGLIB$$0, true, false", "org.springframework.samples.petclinic.Owner, false, true",
			"java.util.concurrent.ThreadPoolExecutor, true, false", "org.springframework.web.Servlet, false, false" })
	void tellsTheSameTheSecondTime(String type, boolean plumbing, boolean application) {
		for (int time = 0; time < 2; time++) {
			assertThat(StackFrames.isPlumbing(type)).isEqualTo(plumbing);
			assertThat(StackFrames.isOfTheApplication(type)).isEqualTo(application);
		}
	}

	@Test
	void remembersNoMoreThanItMayAndNothingThatIsMadeAtRunTime() {
		int before = StackFrames.known();
		StackFrames.isPlumbing("com.acme.Orders$$Lambda/0x00007f974c643d58");
		assertThat(StackFrames.known()).isEqualTo(before);
		for (int i = 0; i < 2 * StackFrames.MAX_KNOWN; i++) {
			assertThat(StackFrames.isOfTheApplication("com.acme.Orders" + i)).isTrue();
			assertThat(StackFrames.isOfTheApplication("java.acme.Orders" + i)).isFalse();
		}
		assertThat(StackFrames.known()).isEqualTo(StackFrames.MAX_KNOWN);
	}

}
