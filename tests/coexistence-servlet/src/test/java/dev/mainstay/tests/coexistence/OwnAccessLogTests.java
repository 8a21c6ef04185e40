package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import dev.mainstay.tests.ordinary.OrdinaryApplication;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that has Tomcat write its access log.
 */
class OwnAccessLogTests {

	@ParameterizedTest
	@MethodSource("dev.mainstay.tests.harness.World#both")
	void hasOneLineForEachRequestAsBefore(World world, @TempDir Path directory) throws IOException {
		try (WorldApplication application = world.start(OrdinaryApplication.class,
				"--server.tomcat.accesslog.enabled=true", "--server.tomcat.accesslog.directory=" + directory,
				"--server.tomcat.accesslog.rotate=false", "--server.tomcat.accesslog.pattern=%a %m %U %s %{own}r",
				"--server.tomcat.accesslog.request-attributes-enabled=true", "--server.tomcat.accesslog.prefix=access",
				"--server.forward-headers-strategy=native")) {
			Http http = application.http();
			http.get("/orders/1");
			http.get("/orders/2", "X-Forwarded-For", "203.0.113.7");
			http.get("/failing");
			http.get("/nowhere");
		}
		assertThat(Files.readAllLines(directory.resolve("access.log"))).containsExactlyInAnyOrder(
				"127.0.0.1 GET /orders/1 200 -", "203.0.113.7 GET /orders/2 200 -", "127.0.0.1 GET /failing 500 -",
				"127.0.0.1 GET /nowhere 404 -");
	}

}
