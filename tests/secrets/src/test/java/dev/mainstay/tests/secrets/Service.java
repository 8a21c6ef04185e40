package dev.mainstay.tests.secrets;

import java.nio.file.Path;

import dev.mainstay.tests.harness.ApplicationProcess;
import dev.mainstay.tests.harness.otlp.OtlpReceiver;

/**
 * The services in which secrets are planted: each web stack with each format of lines.
 */
enum Service {

	SERVLET_JSON("servlet", "json", "Tomcat started"),

	SERVLET_TEXT("servlet", "text", "Tomcat started"),

	REACTIVE_JSON("reactive", "json", "Netty started"),

	REACTIVE_TEXT("reactive", "text", "Netty started");

	private final String stack;

	private final String format;

	private final String server;

	Service(String stack, String format, String server) {
		this.stack = stack;
		this.format = format;
		this.server = server;
	}

	ApplicationProcess start(Path file, OtlpReceiver receiver) {
		ApplicationProcess application = ApplicationProcess.start(PlantingApplication.class, "",
				"--logging.file.name=" + file, "--mainstay.logging.format=" + this.format,
				"--spring.main.web-application-type=" + this.stack,
				"--mainstay.telemetry.endpoint=" + receiver.endpoint(), "--management.tracing.sampling.probability=1",
				"--management.opentelemetry.tracing.export.schedule-delay=100ms",
				"--management.opentelemetry.logging.export.schedule-delay=100ms");
		application.linesWith(this.server, 1);
		return application;
	}

	boolean isJson() {
		return this.format.equals("json");
	}

}
