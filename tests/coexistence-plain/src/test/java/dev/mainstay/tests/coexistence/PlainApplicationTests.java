package dev.mainstay.tests.coexistence;

import java.util.List;

import dev.mainstay.tests.harness.ApplicationProcess;
import org.junit.jupiter.api.Test;

import static dev.mainstay.test.MainstayAssertions.assertThatLogLine;
import static org.assertj.core.api.Assertions.assertThat;

class PlainApplicationTests {

	@Test
	void worksEndsAndLogsMaskedJson() {
		List<String> lines = ApplicationProcess.run(PlainApplication.class);
		assertThat(lines).allSatisfy((line) -> assertThatLogLine(line).hasCoreFields().doesNotLeak("hunter" + 2))
			.anyMatch((line) -> line.contains("Worked with"))
			.anyMatch((line) -> line.contains("Mainstay is in mode report") && line.contains("not applicable: ")
					&& line.contains("problem (nothing in this application that it works on)"));
	}

}
