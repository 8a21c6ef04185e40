package dev.mainstay.samples.orders.hardened;

import java.io.IOException;
import java.nio.file.Path;

import dev.mainstay.observability.slo.generate.SloFiles;
import dev.mainstay.observability.slo.generate.SloFilesCheck;
import dev.mainstay.samples.orders.OrdersApplication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Keeps the rules and dashboards of {@code samples/observability-stack} what this service
 * generates with the objectives there. To write them anew, run the test with
 * {@code -Dmainstay.slo.write=true}.
 */
@SpringBootTest(classes = OrdersApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.additional-location=file:../observability-stack/orders.yml",
				"spring.datasource.url=jdbc:h2:mem:stack", "mainstay.telemetry.endpoint=" })
class ObservabilityStackTests {

	@Test
	void rulesAndDashboardsAreUpToDate(@Autowired SloFiles files) throws IOException {
		SloFilesCheck.check(files, Path.of("..", "observability-stack", "slo"));
	}

}
