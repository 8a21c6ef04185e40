package dev.mainstay.resilience.idempotency;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AfterFailureTests {

	@ParameterizedTest
	@CsvSource({ "AUTO,false,false,false", "AUTO,true,false,false", "AUTO,true,true,true", "AUTO,false,true,true",
			"RELEASE,true,true,false", "UNKNOWN,false,false,false", "UNKNOWN,true,false,true",
			"UNKNOWN,false,true,true" })
	void decidesByWhatIsKnown(AfterFailure afterFailure, boolean begun, boolean effects, boolean unknown) {
		assertThat(afterFailure.leavesUnknown(begun, effects)).isEqualTo(unknown);
	}

}
