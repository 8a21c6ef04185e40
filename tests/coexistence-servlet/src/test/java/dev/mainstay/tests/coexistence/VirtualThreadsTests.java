package dev.mainstay.tests.coexistence;

import java.util.concurrent.Callable;

import dev.mainstay.tests.harness.Await;
import dev.mainstay.tests.harness.Http;
import dev.mainstay.tests.harness.World;
import dev.mainstay.tests.harness.WorldApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that asks for virtual threads. Where the JVM has none Spring Boot goes
 * on with platform threads, and so does everything else.
 */
@ExtendWith(OutputCaptureExtension.class)
class VirtualThreadsTests {

	private static final int FIRST_JVM_FOR_SPRING_BOOT = 21;

	private static final String WITH_ID = "--logging.pattern.console=[%X{requestId}] %m%n";

	@ParameterizedTest
	@MethodSource("dev.mainstay.tests.harness.World#both")
	void itsThreadsAreWhatTheyWere(World world, CapturedOutput output) {
		boolean virtual = Runtime.version().feature() >= FIRST_JVM_FOR_SPRING_BOOT;
		try (WorldApplication application = world.start(Virtual.class, "--spring.threads.virtual.enabled=true",
				WITH_ID)) {
			Http http = application.http();
			String id = (world == World.hardened()) ? "virtual-1" : "";
			assertThat(http.get("/thread", "X-Request-Id", "virtual-1").body()).isEqualTo("virtual " + virtual);
			assertThat(http.get("/async", "X-Request-Id", "virtual-1").body()).isEqualTo("virtual " + virtual);
			assertThat(http.get("/failing", "X-Request-Id", "virtual-1").statusCode()).isEqualTo(500);
			for (String line : new String[] { "handled", "called", "scheduled" }) {
				Await.until(() -> assertThat(output.toString().lines()).contains("[" + id + "] " + line));
			}
		}
	}

	@SpringBootApplication(scanBasePackages = "none")
	@EnableAsync
	@Import({ Handlers.class, Background.class })
	static class Virtual {

	}

	@RestController
	static class Handlers {

		private static final Logger logger = LoggerFactory.getLogger(Handlers.class);

		private final Background background;

		Handlers(Background background) {
			this.background = background;
		}

		@GetMapping("/thread")
		String handle() {
			logger.info("handled");
			this.background.run();
			return kind();
		}

		@GetMapping("/async")
		Callable<String> later() {
			return () -> {
				logger.info("called");
				return kind();
			};
		}

		@GetMapping("/failing")
		String fail() {
			throw new IllegalStateException("Failed as told");
		}

		/** The release for which this is compiled has no word for them. */
		private static String kind() {
			return "virtual " + Thread.currentThread().toString().startsWith("VirtualThread");
		}

	}

	@Component
	static class Background {

		private static final Logger logger = LoggerFactory.getLogger(Background.class);

		@Async
		public void run() {
			logger.info("scheduled");
		}

	}

}
